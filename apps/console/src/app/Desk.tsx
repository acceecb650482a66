import { Link, Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { changeSettings, useSettings } from '../data/settings';
import { ticketNumber } from '../data/ticket-number';
import { useMedia, wide } from '../data/use-media';
import { neighbour } from '../features/queue/frozen-order';
import { QueuePane } from '../features/queue/QueuePane';
import { useQueue } from '../features/queue/useQueue';
import { useFormats } from '../i18n/formats';
import { useT } from '../i18n/intl';
import { PaneDivider } from '../ui/PaneDivider';
import s from './desk.module.css';
import { focusPaneNamed } from './keys/panes';
import { offerCursor, useLinkState } from './live';
import { can, useSignedIn } from './session';
import { MissingTicket, TicketPane } from './TicketPane';
import { viewOf } from './views';

/** An admin has no tickets to see: the way leads to what an admin does. */
export function Desk() {
  const me = useSignedIn();
  return can(me, 'ticket.view') ? <TicketDesk /> : <Navigate to="/admin/people" replace />;
}

/** List and ticket. The list stays while tickets come and go beside it; on a narrow screen one of the two is shown. */
function TicketDesk() {
  const t = useT();
  const formats = useFormats();
  const me = useSignedIn();
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const params = useParams({ strict: false });
  const isWide = useMedia(wide);
  const { listWidth } = useSettings();
  const view = viewOf(search.view);
  const queue = useQueue(view.view, offerCursor);
  const link = useLinkState();

  const inRoute = ticketNumber(params.number);
  // An address that can name no ticket is shown as one that names a missing one.
  const misnamed = params.number !== undefined && inRoute === null;
  const opened = inRoute ?? (isWide ? (search.sel ?? null) : null);
  const slug = search.view;

  const open = useCallback((number: number) => {
    void navigate({ to: '/t/$number', params: { number: String(number) }, search: { view: slug }, replace: inRoute !== null })
      .then(() => focusPaneNamed('ticket'));
  }, [navigate, slug, inRoute]);
  const preview = useCallback((number: number) => {
    if (inRoute !== null) void navigate({ to: '/t/$number', params: { number: String(number) }, search: { view: slug }, replace: true });
    else void navigate({ to: '/queue', search: { view: slug, sel: number }, replace: true });
  }, [navigate, slug, inRoute]);
  const back = useCallback(() => {
    void navigate({ to: '/queue', search: { view: slug, sel: opened ?? undefined } }).then(() => focusPaneNamed('list'));
  }, [navigate, slug, opened]);

  const order = queue.order;
  const place = useMemo(() => {
    const at = opened === null || !order ? -1 : order.shown.indexOf(opened);
    if (!order || at === -1 || opened === null) return null;
    return {
      at: at + 1, of: order.shown.length,
      onMove: (step: 1 | -1) => { const next = neighbour(order, opened, step); if (next !== null && next !== opened) open(next); },
    };
  }, [order, opened, open]);
  const solveNext = useCallback(() => {
    const next = order && opened !== null ? (neighbour(order, opened, 1, true) ?? neighbour(order, opened, -1, true)) : null;
    if (next !== null) open(next);
    else back();
  }, [order, opened, open, back]);

  const isOffline = link.state === 'offline' && queue.query.data !== undefined;
  return (
    <div className={s.desk} data-open={misnamed ? 'ticket' : opened === null || (inRoute === null && !isWide) ? 'list' : 'ticket'} style={{ '--list': `${listWidth}px` } as React.CSSProperties}>
      <main id="main" tabIndex={-1} className={s.list} data-pane="list" aria-label={t(view.label)}>
        <title>{`${t(view.label)} · Kaiku`}</title>
        <QueuePane
          key={view.view} title={t(view.label)} queue={queue} opened={opened} onOpen={open} onPreview={isWide || inRoute !== null ? preview : noPreview} me={me.id}
          offline={isOffline ? t('queue.offline', { time: formats.time(new Date(queue.query.dataUpdatedAt).toISOString()) }) : null}
          empty={<Empty slug={view.slug} />}
        />
        <PaneDivider label={t('pane.list')} value={listWidth} min={300} max={560} side="left" onChange={(width) => changeSettings({ listWidth: width })} />
      </main>
      {misnamed ? <MissingTicket onBack={back} /> : opened === null
        ? <section className={s.nothing} aria-label={t('ticket.pane')}><p>{t('ticket.choose')}</p></section>
        : <TicketPane key={opened} number={opened} place={place} onBack={back} onSolveNext={solveNext} compose={search.compose} previewed={inRoute === null} />}
    </div>
  );
}

const noPreview = (): void => undefined;

/** Says why there is nothing, and where there is something. */
function Empty({ slug }: { slug: string }) {
  const t = useT();
  if (slug === 'my') return <><strong>{t('empty.my')}</strong><p><Link to="/queue" search={{ view: 'unassigned' }}>{t('empty.seeUnassigned')}</Link></p></>;
  return <><strong>{t('empty.view')}</strong><p><Link to="/queue" search={{ view: 'all' }}>{t('empty.seeAll')}</Link></p></>;
}
