import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import p from '../../app/page.module.css';
import { keys } from '../../data/entities';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { CreateTeamDocument, PeopleDocument, type StaffFieldsFragment } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT, type MessageId } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { DeactivateDialog } from './DeactivateDialog';
import { PersonDialog } from './PersonDialog';

export const knownRoles = ['agent', 'supervisor', 'privacy_owner', 'admin'];

export function roleName(role: string, t: ReturnType<typeof useT>): string {
  return knownRoles.includes(role) ? t(`role.${role}` as MessageId) : role;
}

export function PeoplePage() {
  const t = useT();
  const client = useQueryClient();
  const query = useQuery({ queryKey: keys.people, queryFn: ({ signal }) => execute(PeopleDocument, {}, signal) });
  const [editing, setEditing] = useState<StaffFieldsFragment | 'new' | null>(null);
  const [leaving, setLeaving] = useState<StaffFieldsFragment | null>(null);
  const refresh = () => { void client.invalidateQueries({ queryKey: keys.people }); void client.invalidateQueries({ queryKey: keys.staff }); };
  const people = query.data;
  return (
    <main id="main" tabIndex={-1} className={p.page} data-pane="list" aria-label={t('people.title')}>
      <title>{`${t('people.title')} · Kaiku`}</title>
      <div className={p.column}>
        <div className={p.titleRow}>
          <h1 className={`${p.h1} ${p.grow}`}>{t('people.title')}</h1>
          <Button look="primary" onPress={() => setEditing('new')}>{t('people.add')}</Button>
        </div>
        {query.isError ? <Failure error={query.error} what={t('people.title')} onRetry={() => void query.refetch()} /> : null}
        {people ? <PeopleTable people={people.staffMembers} onEdit={setEditing} onLeave={setLeaving} /> : null}
        {people ? <Teams teams={people.teams} people={people.staffMembers} onChange={refresh} /> : null}
      </div>
      {editing ? <PersonDialog person={editing === 'new' ? null : editing} teams={people?.teams ?? []} onClose={() => setEditing(null)} onSaved={() => { refresh(); setEditing(null); }} /> : null}
      {leaving ? <DeactivateDialog person={leaving} onClose={() => setLeaving(null)} onDone={() => { refresh(); setLeaving(null); }} /> : null}
    </main>
  );
}

function PeopleTable({ people, onEdit, onLeave }: { people: StaffFieldsFragment[]; onEdit: (person: StaffFieldsFragment) => void; onLeave: (person: StaffFieldsFragment) => void }) {
  const t = useT();
  const formats = useFormats();
  return (
    <div className={p.tableWrap}>
      <table className={p.table}>
        <thead><tr><th>{t('field.name')}</th><th>{t('field.email')}</th><th>{t('people.roles')}</th><th>{t('people.teams')}</th><th><span className="sr">{t('people.actions')}</span></th></tr></thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} data-off={person.active ? undefined : ''}>
              <td>{person.name} {person.active ? null : <Chip>{t('people.inactive')}</Chip>}</td>
              <td>{person.email ?? t('masked.hidden')}</td>
              <td>{formats.list((person.roles ?? []).map((role) => roleName(role, t)))}</td>
              <td>{formats.list(person.teams.map(({ team, lead }) => (lead ? t('people.leadOf', { team: team.name }) : team.name)))}</td>
              <td>
                {person.active ? (
                  <div className={p.actions}>
                    <Button size="strip" aria-label={t('people.editOf', { name: person.name })} onPress={() => onEdit(person)}>{t('people.edit')}</Button>
                    <Button size="strip" aria-label={t('people.deactivateOf', { name: person.name })} onPress={() => onLeave(person)}>{t('people.deactivate')}</Button>
                  </div>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Teams({ teams, people, onChange }: { teams: { id: string; name: string }[]; people: StaffFieldsFragment[]; onChange: () => void }) {
  const t = useT();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const create = useMutation({
    mutationFn: () => execute(CreateTeamDocument, { input: { name: name.trim() } }),
    onMutate: () => setProblem(null),
    onSuccess: ({ createTeam }) => match(createTeam, {
      Team: () => { setName(''); onChange(); },
      InvalidInput: ({ message, fields }) => setProblem(fields[0]?.message ?? message),
    }),
  });
  return (
    <section className={p.section} aria-label={t('people.teams')}>
      <h2 className={p.h2}>{t('people.teams')}</h2>
      {teams.length === 0 ? <Notice tone="info">{t('teams.none')}</Notice> : (
        <table className={p.table}>
          <thead><tr><th>{t('field.name')}</th><th className={p.right}>{t('teams.members')}</th></tr></thead>
          <tbody>{teams.map((team) => <tr key={team.id}><td>{team.name}</td><td className={p.right}>{people.filter((person) => person.active && person.teams.some((each) => each.team.id === team.id)).length}</td></tr>)}</tbody>
        </table>
      )}
      {create.isError ? <Failure error={create.error} what={t('teams.new')} onRetry={() => create.mutate()} /> : null}
      <form className={p.titleRow} style={{ alignItems: 'flex-end' }} onSubmit={(event) => { event.preventDefault(); if (name.trim()) create.mutate(); }}>
        <Field label={t('teams.new')} value={name} onChange={setName} error={problem} autoComplete="off" />
        <Button type="submit" size="form" isPending={create.isPending} isDisabled={!name.trim()}>{t('teams.create')}</Button>
      </form>
    </section>
  );
}
