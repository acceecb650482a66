import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import p from '../../app/page.module.css';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { CreateStaffMemberDocument, UpdateStaffMemberDocument, type Locale, type StaffFieldsFragment } from '../../graphql/generated/graphql';
import { useLanguageOptions, useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Check } from '../../ui/Check';
import { Choices } from '../../ui/Choices';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { knownRoles, roleName } from './PeoplePage';

interface Wrong { message: string; fields: { path: string; message: string }[] }

/** A colleague's account: who they are, what they may do, which teams they belong to. */
export function PersonDialog({ person, teams, onClose, onSaved }: { person: StaffFieldsFragment | null; teams: { id: string; name: string }[]; onClose: () => void; onSaved: () => void }) {
  const t = useT();
  const languages = useLanguageOptions();
  const [name, setName] = useState(person?.name ?? '');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [locale, setLocale] = useState<Locale>(person?.locale ?? 'fi');
  const [roles, setRoles] = useState<string[]>(person?.roles ?? ['agent']);
  const [teamIds, setTeamIds] = useState<string[]>(person?.teams.map((each) => each.team.id) ?? []);
  const [leads, setLeads] = useState<string[]>(person?.teams.filter((each) => each.lead).map((each) => each.team.id) ?? []);
  const [problem, setProblem] = useState<string | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});
  const begin = () => { setProblem(null); setFields({}); };
  const invalid = ({ message, fields: wrong }: Wrong) => {
    setProblem(wrong.some((field) => !['name', 'email', 'password'].includes(field.path)) || wrong.length === 0 ? (wrong[0]?.message ?? message) : null);
    setFields(Object.fromEntries(wrong.map((field) => [field.path, field.message])));
  };
  const ownRights = () => setProblem(t('people.ownRights'));
  const teamGone = () => setProblem(t('ticket.teamNotFound'));
  const leadTeamIds = leads.filter((id) => teamIds.includes(id));
  const create = useMutation({
    mutationFn: () => execute(CreateStaffMemberDocument, { input: { name: name.trim(), email: email.trim(), password, locale, roles, teamIds, leadTeamIds } }),
    onMutate: begin,
    onSuccess: ({ createStaffMember }) => match(createStaffMember, {
      StaffMember: onSaved, StaffEmailTaken: () => setFields({ email: t('people.emailTaken') }), TeamNotFound: teamGone, CannotChangeOwnRights: ownRights, InvalidInput: invalid,
    }),
  });
  const update = useMutation({
    mutationFn: (before: StaffFieldsFragment) => execute(UpdateStaffMemberDocument, { input: { staffId: before.id, expectedVersion: before.version, name: name.trim(), roles, teamIds, leadTeamIds } }),
    onMutate: begin,
    onSuccess: ({ updateStaffMember }) => match(updateStaffMember, {
      StaffMember: onSaved, StaffNotFound: () => setProblem(t('people.notFound')), TeamNotFound: teamGone, CannotChangeOwnRights: ownRights, LastAdmin: () => setProblem(t('people.lastAdmin')), InvalidInput: invalid,
    }),
  });
  const busy = create.isPending || update.isPending;
  const save = () => { if (!busy) { if (person) update.mutate(person); else create.mutate(); } };
  const failure = create.error ?? update.error;
  const toggle = (list: string[], id: string, on: boolean): string[] => (on ? [...list, id] : list.filter((each) => each !== id));
  return (
    <Dialog
      title={person ? t('people.editTitle', { name: person.name }) : t('people.add')} onClose={onClose}
      foot={<><span /><Button onPress={onClose}>{t('action.cancel')}</Button><Button look="primary" isPending={busy} onPress={save}>{person ? t('action.save') : t('people.create')}</Button></>}
    >
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {failure ? <Failure error={failure} what={t('people.thing')} onRetry={save} /> : null}
      <Field label={t('field.name')} required autoFocus value={name} onChange={setName} error={fields.name} autoComplete="off" />
      {person ? null : <>
        <Field label={t('field.email')} type="email" required value={email} onChange={setEmail} error={fields.email} autoComplete="off" />
        <Field label={t('people.firstPassword')} type="password" required hint={t('setup.passwordHint')} value={password} onChange={setPassword} error={fields.password} autoComplete="new-password" />
        <Choices label={t('language.label')} value={locale} onChange={setLocale} options={languages} />
      </>}
      <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
        <legend className={p.h2} style={{ padding: 0, fontSize: '0.8125rem' }}>{t('people.roles')}</legend>
        {[...new Set([...knownRoles, ...roles])].map((role) => <Check key={role} selected={roles.includes(role)} onChange={(on) => setRoles((old) => toggle(old, role, on))}>{roleName(role, t)}</Check>)}
      </fieldset>
      {teams.length ? (
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <legend className={p.h2} style={{ padding: 0, fontSize: '0.8125rem' }}>{t('people.teams')}</legend>
          {teams.map((team) => (
            <div key={team.id} className={p.titleRow}>
              <Check selected={teamIds.includes(team.id)} onChange={(on) => setTeamIds((old) => toggle(old, team.id, on))}>{team.name}</Check>
              {teamIds.includes(team.id) ? <Check selected={leads.includes(team.id)} onChange={(on) => setLeads((old) => toggle(old, team.id, on))}><span>{t('people.lead')}<span className="sr"> {team.name}</span></span></Check> : null}
            </div>
          ))}
        </fieldset>
      ) : null}
    </Dialog>
  );
}
