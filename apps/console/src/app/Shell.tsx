import { Navigate, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useT } from '../i18n/intl';
import { DialogsProvider, type DialogName } from './dialogs';
import { Failure } from './failure';
import { LoadBoundary } from './LoadBoundary';
import { movePane } from './keys/panes';
import { useCommand } from './keys/useCommand';
import { useLive } from './live';
import { useTypeAhead } from './useTypeAhead';
import { Nav } from './Nav';
import s from './shell.module.css';
import { can, SignedInProvider, useMe, useSetup, useSignedIn, type Me } from './session';
import { views } from './views';

const palette = () => import('./Palette');
const call = () => import('./CallHost');
const newTicket = () => import('./NewTicketHost');
const Palette = lazy(async () => ({ default: (await palette()).Palette }));
const CallHost = lazy(async () => ({ default: (await call()).CallHost }));
const NewTicketHost = lazy(async () => ({ default: (await newTicket()).NewTicketHost }));
const HelpDialog = lazy(async () => ({ default: (await import('./HelpDialog')).HelpDialog }));

/** Everything behind the sign-in. What was asked for is remembered, and shown after signing in. */
export function Shell() {
  const t = useT();
  const me = useMe();
  const href = useRouterState({ select: (state) => state.location.href });
  // While the redirect is under way the address is already that of the sign-in page: the wish is what stood there before.
  const wished = useRef<string | undefined>(undefined);
  if (!href.startsWith('/sign-in')) wished.current = href === '/queue' || href === '/' ? undefined : href;
  if (me.isError && me.data === undefined) {
    return <main className={s.alone}><Failure error={me.error} what={t('app.thing')} onRetry={() => void me.refetch()} /></main>;
  }
  if (me.data === undefined) return null;
  if (me.data === null) {
    return <Navigate to="/sign-in" search={{ next: wished.current }} replace />;
  }
  return <SignedInProvider value={me.data}><SignedInShell /></SignedInProvider>;
}

function SignedInShell() {
  const t = useT();
  const [open, setOpen] = useState<DialogName | null>(null);
  const dialogs = useMemo(() => ({ open, show: setOpen, close: () => setOpen(null) }), [open]);
  useSetup();
  const me = useSignedIn();
  useLive();
  useGlobalCommands(setOpen, me);
  useTypeAhead(open);
  useEffect(() => {
    // What a hand may reach for next is fetched while it rests.
    const idle = setTimeout(() => { for (const part of [palette, call, newTicket]) part().catch(() => undefined); }, 800);
    return () => clearTimeout(idle);
  }, []);
  return (
    <DialogsProvider value={dialogs}>
      <div className={s.shell}>
        <a className={s.skip} href="#main" onClick={(event) => { event.preventDefault(); document.querySelector<HTMLElement>('#main')?.focus(); }}>{t('app.skip')}</a>
        <Nav />
        <div className={s.content}><Suspense><Outlet /></Suspense></div>
        <LoadBoundary key={open} onClose={dialogs.close}><Suspense>
          {open === 'palette' ? <Palette /> : null}
          {open === 'call' ? <CallHost /> : null}
          {open === 'new' ? <NewTicketHost /> : null}
          {open === 'help' ? <HelpDialog /> : null}
        </Suspense></LoadBoundary>
      </div>
    </DialogsProvider>
  );
}

function useGlobalCommands(show: (name: DialogName) => void, me: Me): void {
  const navigate = useNavigate();
  const t = useT();
  useCommand({ id: 'palette', label: 'command.palette', scope: 'anywhere', keys: ['Mod+k', '/'], inFields: true, hidden: true, run: () => show('palette') });
  useCommand({ id: 'new', label: 'command.newTicket', scope: 'anywhere', keys: ['c'], enabled: can(me, 'ticket.open'), run: () => show('new') });
  useCommand({ id: 'call', label: 'command.call', scope: 'anywhere', keys: ['p'], enabled: can(me, 'call.log'), run: () => show('call') });
  useCommand({ id: 'help', label: 'command.help', scope: 'anywhere', keys: ['?'], run: () => show('help') });
  useCommand({ id: 'pane.next', label: 'command.nextPane', scope: 'anywhere', keys: ['F6'], inFields: true, hidden: true, run: () => movePane(1) });
  useCommand({ id: 'pane.previous', label: 'command.previousPane', scope: 'anywhere', keys: ['Shift+F6'], inFields: true, hidden: true, run: () => movePane(-1) });
  for (const view of views) {
    // The list of views never changes, so neither does the order of these hooks.
    useCommand({
      id: `go.${view.slug}`, label: 'command.goTo', values: { place: t(view.label) }, scope: 'anywhere', keys: view.chord ? [view.chord] : [], enabled: can(me, 'ticket.view'),
      run: () => void navigate({ to: '/queue', search: { view: view.slug } }),
    });
  }
  useCommand({ id: 'go.customers', label: 'command.goTo', values: { place: t('nav.customers') }, scope: 'anywhere', keys: ['g c'], enabled: can(me, 'customer.view'), run: () => void navigate({ to: '/customers' }) });
  useCommand({ id: 'go.reports', label: 'command.goTo', values: { place: t('nav.reports') }, scope: 'anywhere', keys: [], enabled: can(me, 'report.view'), run: () => void navigate({ to: '/reports/reply-times' }) });
  useCommand({ id: 'go.admin', label: 'command.goTo', values: { place: t('nav.people') }, scope: 'anywhere', keys: ['g a'], enabled: can(me, 'staff.manage'), run: () => void navigate({ to: '/admin/people' }) });
  for (const room of ['calendars', 'policies', 'reminders'] as const) {
    useCommand({ id: `go.${room}`, label: 'command.goTo', values: { place: t(`rooms.${room}`) }, scope: 'anywhere', keys: [], enabled: can(me, 'setting.view_deadlines'), run: () => void navigate({ to: `/admin/${room}` }) });
  }
}
