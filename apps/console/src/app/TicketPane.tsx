import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PanelRight, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { keys, putEntry } from '../data/entities';
import { rowQuery, refreshRow } from '../data/rows';
import { changeSettings, useSettings } from '../data/settings';
import type { OpenedTicket, Row } from '../data/types';
import { useMedia, widest } from '../data/use-media';
import { Composer } from '../features/composer/Composer';
import { CustomerPanel } from '../features/customers/CustomerPanel';
import { markRead, useUnread } from '../features/notices/unread';
import { TicketHeader, type Place } from '../features/ticket/TicketHeader';
import { Timeline } from '../features/ticket/Timeline';
import { useTicket } from '../features/ticket/useTicket';
import { useTicketEdits } from '../features/ticket/useTicketEdits';
import tk from '../features/ticket/ticket.module.css';
import { languageWord, useT } from '../i18n/intl';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { PaneDivider } from '../ui/PaneDivider';
import s from './desk.module.css';
import { Failure } from './failure';
import { focusPaneNamed } from './keys/panes';
import { useCommand } from './keys/useCommand';
import { remember } from './recent';
import { can, useSignedIn } from './session';
import { useEntryActions } from './useEntryActions';
import { useSeen } from './useSeen';

export interface TicketPaneProps { number: number; place: Place | null; onBack: () => void; onSolveNext: () => void; compose?: 'reply' | 'note'; previewed: boolean }

/** One ticket with its composer and its customer: where the features meet. */
export function TicketPane(props: TicketPaneProps) {
  const { number } = props;
  const t = useT();
  const query = useTicket(number);
  // A preview of the row, already in memory, fills the header while the rest is read.
  const { data: row } = useQuery({ ...rowQuery(number), enabled: false });
  const opened = query.data;
  if (query.isError && !opened) {
    return <section className={tk.pane} data-pane="ticket" aria-label={t('ticket.pane')}><div className={tk.missing}><Failure error={query.error} what={t('ticket.thing', { number })} onRetry={() => void query.refetch()} /></div></section>;
  }
  if (opened === null) return <MissingTicket onBack={props.onBack} />;
  const known = opened?.ticket ?? row;
  if (!known) return <section className={tk.pane} data-pane="ticket" aria-label={t('ticket.pane')} aria-busy="true"><div className={tk.missing}><span className="sr" role="status">{t('ticket.loading')}</span></div></section>;
  return <Opened {...props} row={known} opened={opened ?? null} />;
}

/** There is no such ticket, or it is not for this person: which of the two is nobody's to know. */
export function MissingTicket({ onBack }: { onBack: () => void }) {
  const t = useT();
  return <section className={tk.pane} data-pane="ticket" aria-label={t('ticket.pane')}><div className={tk.missing}><h2>{t('ticket.missingTitle')}</h2><p>{t('ticket.missing')}</p><Button onPress={onBack}>{t('ticket.back')}</Button></div></section>;
}

function Opened({ number, place, onBack, onSolveNext, compose, previewed, row, opened }: TicketPaneProps & { row: Row; opened: OpenedTicket | null }) {
  const t = useT();
  const me = useSignedIn();
  const isWidest = useMedia(widest);
  const { asideWidth, asideOpen } = useSettings();
  const [drawer, setDrawer] = useState(false);
  const edits = useTicketEdits(number, row.id);
  const seenId = useSeen(opened);
  const actions = useEntryActions(number, row.id);
  useEffect(() => { if (!previewed && row.subject !== undefined) remember({ number, subject: row.subject }); }, [number, previewed, row.subject]);
  useNoticesRead(opened && !previewed ? opened.ticket.id : null);
  useCommand({ id: 'aside', label: 'command.customer', scope: 'ticket', keys: ['d'], run: () => (isWidest ? changeSettings({ asideOpen: !asideOpen }) : setDrawer(!drawer)) });
  useCommand({ id: 'ticket.back', label: 'command.back', scope: 'ticket', keys: ['Escape'], hidden: true, run: () => (drawer ? setDrawer(false) : onBack()) });

  const message = opened?.entries.findLast((entry) => entry.mail?.direction === 'INBOUND')?.mail;
  const panel = opened ? (
    <CustomerPanel mayLink={can(me, 'ticket.work')} mayReceipts={can(me, 'customer.view_receipts')} ticket={{ id: row.id, number, customerId: row.customer?.id ?? null, senderName: message?.from?.name ?? null, senderAddress: message?.from?.address ?? null }} />
  ) : null;
  const docked = isWidest && asideOpen;
  return (
    <div className={docked ? `${s.ticketArea} ${s.withAside}` : s.ticketArea} style={{ '--aside-now': `${asideWidth}px` } as React.CSSProperties}>
      <section className={`${tk.pane} ${s.ticket}`} data-pane="ticket" aria-label={t('ticket.paneOf', { number })} tabIndex={-1}>
        {previewed ? null : <title>{`#${number} ${row.subject ?? t('ticket.noSubject')} · Kaiku`}</title>}
        <TicketHeader
          row={row} opened={opened} mayFix={can(me, 'deadline.fix')} edits={edits} place={place} onBack={onBack} onSolveNext={onSolveNext} me={me} readOnly={!can(me, 'ticket.work')}
          extra={docked ? null : <Button look="quiet" size="strip" icon keys="d" aria-label={t('command.customer')} onPress={() => (isWidest ? changeSettings({ asideOpen: true }) : setDrawer(true))}><PanelRight size={16} strokeWidth={1.75} aria-hidden="true" /></Button>}
        />
        {opened ? <>
          <Hints opened={opened} />
          <Timeline opened={opened} seenId={seenId} me={me.id} actions={actions} />
          {can(me, 'ticket.work') ? <ComposerHost opened={opened} compose={compose} number={number} /> : null}
        </> : <div className={tk.timeline} aria-busy="true"><div className={tk.timelineInner}><div className={tk.ghost} /><div className={tk.ghost} /></div></div>}
      </section>
      {docked ? <aside className={s.aside} data-pane="customer" aria-label={t('customer.pane')} tabIndex={-1}>
        <PaneDivider label={t('pane.customer')} value={asideWidth} min={260} max={460} side="right" onChange={(width) => changeSettings({ asideWidth: width })} />
        {panel}
      </aside> : null}
      {!docked && drawer ? (
        <aside className={s.drawer} data-pane="customer" aria-label={t('customer.pane')} tabIndex={-1}>
          <div className={s.drawerHead}><span>{t('customer.pane')}</span><Button look="quiet" icon aria-label={t('action.close')} onPress={() => setDrawer(false)}><X size={16} strokeWidth={1.75} aria-hidden="true" /></Button></div>
          <div className={s.aside}>{panel}</div>
        </aside>
      ) : null}
    </div>
  );
}

/** Whoever opens a ticket has seen what the bell said of it. */
function useNoticesRead(ticketId: string | null): void {
  const client = useQueryClient();
  const { count } = useUnread();
  useEffect(() => { if (ticketId && count > 0 && !document.hidden) void markRead(client, { ticketId }).catch(() => undefined); }, [client, ticketId, count]);
}

function Hints({ opened }: { opened: OpenedTicket }) {
  const t = useT();
  const other = opened.ticket.possiblyBelongsTo;
  const reason = opened.ticket.noReplyReason;
  const before = opened.ticket.followUpOf;
  if (!other && !reason && !before) return null;
  return (
    <div className={tk.hints}>
      {other ? <Notice tone="info" actions={<Link to="/t/$number" params={{ number: String(other.number) }} search={true}>#{other.number} {other.subject ?? t('ticket.noSubject')}</Link>}>{t('ticket.possiblyBelongs', { status: t(`status.${other.status}`) })}</Notice> : null}
      {before ? <Notice tone="info" actions={<Link to="/t/$number" params={{ number: String(before.number) }} search={true}>#{before.number} {before.subject ?? t('ticket.noSubject')}</Link>}>{t('ticket.followUpOf')}</Notice> : null}
      {reason ? <Notice tone="info">{t('ticket.noReplyReason', { reason })}</Notice> : null}
    </div>
  );
}

function ComposerHost({ opened, compose, number }: { opened: OpenedTicket; compose?: 'reply' | 'note'; number: number }) {
  const client = useQueryClient();
  const { ticket, entries } = opened;
  // What a person wrote, as the server counts it when it refuses an answer to something older.
  const latest = entries.findLast((entry) => entry.visibility === 'PUBLIC' && ['CUSTOMER', 'AGENT'].includes(entry.authorKind));
  const t = useT();
  return (
    <Composer
      ticketId={ticket.id} language={ticket.language} languageName={languageWord(ticket.language, t)}
      start={compose === 'note' ? 'NOTE' : compose === 'reply' ? 'REPLY' : null}
      {...ticket.recipients}
      newestEntryId={entries.at(-1)?.id ?? null}
      newestPublic={latest ? { id: latest.id, at: latest.at, name: latest.author?.name ?? latest.authorName ?? t('author.customer') } : null}
      onSent={(entry) => {
        putEntry(client, number, entry);
        refreshRow(client, number);
        void client.invalidateQueries({ queryKey: keys.ticket(number) });
        void client.invalidateQueries({ queryKey: keys.counts });
      }}
      onStale={() => void client.invalidateQueries({ queryKey: keys.ticket(number) })}
      onLeave={() => focusPaneNamed('ticket')}
    />
  );
}
