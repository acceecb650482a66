import { lazy, Suspense, useState } from 'react';
import { LoadBoundary } from '../../app/LoadBoundary';
import { useCommand } from '../../app/keys/useCommand';
import { businessNow } from '../../data/clock';
import { useStaff } from '../../data/staff';
import type { OpenedTicket, Row } from '../../data/types';
import type { TicketPriority, TicketStatus } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { MenuButton, type MenuEntry } from '../../ui/MenuButton';
import { Notice } from '../../ui/Notice';
import { isAwaited, reopenedByCustomer } from './reopened';
import { snoozeChoices } from './snooze';
import s from './ticket.module.css';
import type { TicketEdits } from './useTicketEdits';

const ReasonDialog = lazy(async () => ({ default: (await import('./ReasonDialog')).ReasonDialog }));
const priorities: TicketPriority[] = ['LOW', 'NORMAL', 'HIGH', 'URGENT'];
const statusLetters: [TicketStatus, string][] = [['OPEN', 'o'], ['WAITING_CUSTOMER', 'w'], ['WAITING_THIRD_PARTY', 't'], ['SOLVED', 's'], ['CLOSED', 'c']];
type Menu = 'status' | 'assignee' | 'priority' | 'snooze' | 'more';

/** The row of buttons under the subject. Each shows its value and its key. */
export function TicketControls({ row, opened, edits, me, onSolveNext }: { row: Row; opened: OpenedTicket | null; edits: TicketEdits; me: { id: string; name: string }; onSolveNext: () => void }) {
  const t = useT();
  const formats = useFormats();
  const { staff, teams } = useStaff();
  const [open, setOpen] = useState<Menu | null>(null);
  const [reason, setReason] = useState<'solve' | 'solveNext' | 'noReply' | null>(null);
  const menu = (name: Menu) => ({ open: open === name, onOpenChange: (on: boolean) => setOpen(on ? name : null) });

  const solve = async (next: boolean) => {
    const outcome = await edits.solve(null);
    if (outcome === 'needs_reason') setReason(next ? 'solveNext' : 'solve');
    else if (outcome === 'done' && next) onSolveNext();
  };
  const setStatus = (status: TicketStatus) => {
    if (status === row.status) return;
    if (status === 'SOLVED') void solve(false);
    else if (status === 'OPEN' && row.status === 'SOLVED') void edits.reopen();
    else void edits.update({ status }, { status });
  };
  const assignTo = (id: string) => {
    const person = staff.find((member) => member.id === id);
    void edits.assign(id === 'nobody' ? null : person ? { __typename: 'StaffMember', id: person.id, name: person.name, initials: person.initials } : null);
  };
  const assignToMe = () => {
    const person = staff.find((member) => member.id === me.id);
    void edits.assign({ __typename: 'StaffMember', id: me.id, name: me.name, initials: person?.initials ?? '' });
  };

  const solved = row.status === 'SOLVED' || row.status === 'CLOSED';
  const awaited = opened ? isAwaited(opened.ticket.deadlines) : false;
  const thanks = opened !== null && awaited && !solved && reopenedByCustomer(opened.entries);
  useCommand({ id: 'ticket.status', label: 'command.status', scope: 'ticket', keys: ['s'], run: () => setOpen('status') });
  useCommand({ id: 'ticket.assign', label: 'command.assign', scope: 'ticket', keys: ['a'], run: () => setOpen('assignee') });
  useCommand({ id: 'ticket.priority', label: 'command.priority', scope: 'ticket', keys: ['y'], run: () => setOpen('priority') });
  useCommand({ id: 'ticket.snooze', label: 'command.snooze', scope: 'ticket', keys: ['h'], run: () => setOpen('snooze') });
  useCommand({ id: 'ticket.mine', label: 'command.assignMe', scope: 'ticket', keys: ['i'], run: assignToMe });
  useCommand({ id: 'ticket.solveNext', label: 'command.solveNext', scope: 'ticket', keys: ['e'], enabled: !solved, run: () => void solve(true) });
  useCommand({ id: 'ticket.noReply', label: 'command.noReply', scope: 'ticket', keys: ['b'], enabled: !solved, run: () => setReason('noReply') });
  useCommand({ id: 'ticket.setWaiting', label: 'command.setStatus', values: { status: t('status.WAITING_CUSTOMER') }, scope: 'ticket', keys: [], shownKeys: 's w', enabled: row.status !== 'WAITING_CUSTOMER', run: () => setStatus('WAITING_CUSTOMER') });
  useCommand({ id: 'ticket.setSolved', label: 'command.setStatus', values: { status: t('status.SOLVED') }, scope: 'ticket', keys: [], shownKeys: 's s', enabled: !solved, run: () => setStatus('SOLVED') });

  const people: MenuEntry[] = [
    { id: 'nobody', label: t('value.nobody') },
    ...staff.filter((member) => member.active).map((member) => ({ id: member.id, label: member.id === me.id ? t('assignee.me', { name: member.name }) : member.name, hint: member.initials })),
  ];
  const snooze = snoozeChoices(businessNow());
  const button = (keys?: string) => ({ size: 'strip' as const, keys });
  return (
    <>
    <div className={s.controls} role="toolbar" aria-label={t('ticket.controls')}>
      <MenuButton
        {...menu('status')} label={t('control.value', { field: t('field.status'), value: t(`status.${row.status}`) })} title={t('field.status')} button={button('s')} selected={row.status}
        entries={statusLetters.map(([status, letter]) => ({ id: status, label: t(`status.${status}`), letter }))} onPick={(id) => setStatus(id as TicketStatus)}
      ><span className={s.controlValue}>{t(`status.${row.status}`)}</span></MenuButton>
      <MenuButton
        {...menu('assignee')} label={t('control.value', { field: t('field.assignee'), value: row.assignee?.name ?? t('value.nobody') })} title={t('field.assignee')} button={button('a')}
        selected={row.assignee?.id ?? 'nobody'} entries={people} onPick={assignTo}
      ><span className={s.controlValue}>{row.assignee?.name ?? t('value.nobody')}</span></MenuButton>
      <MenuButton
        {...menu('priority')} label={t('control.value', { field: t('field.priority'), value: t(`priority.${row.priority}`) })} title={t('field.priority')} button={button('y')} selected={row.priority}
        entries={priorities.map((priority) => ({ id: priority, label: t(`priority.${priority}`) }))} onPick={(id) => void edits.update({ priority: id as TicketPriority }, { priority: id as TicketPriority })}
      >{t(`priority.${row.priority}`)}</MenuButton>
      <MenuButton
        {...menu('snooze')} label={t('command.snooze')} title={t('snooze.title')} button={button('h')}
        entries={snooze.map(({ id, until }) => ({ id, label: t(`snooze.${id}`), hint: `${formats.weekday(until)} ${formats.time(until)}` }))}
        onPick={(id) => { const until = snooze.find((each) => each.id === id)?.until; if (until) void edits.update({ status: 'SNOOZED', snoozeUntil: until }, { status: 'SNOOZED' }); }}
      >{t('control.snooze')}</MenuButton>
      <MenuButton
        {...menu('more')} label={t('control.more')} button={{ size: 'strip', look: 'quiet' }}
        entries={[
          ...(solved ? [{ id: 'reopen', label: t('command.reopen') }] : [{ id: 'solveNext', label: t('command.solveNext'), letter: 'e' }, { id: 'noReply', label: t('command.noReply'), letter: 'b' }]),
          ...teams.filter((team) => team.id !== row.team.id).map((team) => ({ id: `team:${team.id}`, label: t('command.moveToTeam', { team: team.name }) })),
          { id: 'spam', label: t('command.spam'), disabled: row.status === 'SPAM' },
        ]}
        onPick={(id) => {
          if (id === 'reopen') void edits.reopen();
          else if (id === 'solveNext') void solve(true);
          else if (id === 'noReply') setReason('noReply');
          else if (id === 'spam') void edits.update({ status: 'SPAM' }, { status: 'SPAM' });
          else { const team = teams.find((each) => `team:${each.id}` === id); if (team) void edits.update({ teamId: team.id }, { team }); }
        }}
      >{t('control.more')}</MenuButton>
    </div>
    {thanks ? (
      <div className={s.editNotice}>
        <Notice tone="info" actions={<Button look="link" keys="b" onPress={() => setReason('noReply')}>{t('reason.title')}</Button>}>{t('reopened.says')}</Notice>
      </div>
    ) : null}
    {reason ? (
      <LoadBoundary onClose={() => setReason(null)}><Suspense>
        <ReasonDialog
          awaited={awaited && reason === 'noReply'} thanks={thanks && reason === 'noReply'} onClose={() => setReason(null)}
          onDone={async (text, solveToo) => {
            const waived = awaited && reason === 'noReply' ? await edits.waive(text) : 'done';
            const outcome = waived === 'done' && solveToo ? await edits.solve(text) : waived;
            setReason(null);
            if (outcome === 'done' && reason === 'solveNext') onSolveNext();
          }}
        />
      </Suspense></LoadBoundary>
    ) : null}
    </>
  );
}
