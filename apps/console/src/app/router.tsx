import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { ticketNumber } from '../data/ticket-number';
import { Desk } from './Desk';
import { PageFailure } from './LoadBoundary';
import { NotFound } from './NotFound';
import { Shell } from './Shell';
import { withRooms } from '../i18n/intl';
import { casesSearch, reportSearch } from '../features/reports/report-search';
import { SignInPage } from '../features/session/SignInPage';

export interface DeskSearch { view?: string; sel?: number; compose?: 'reply' | 'note' }

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
/** A bad link degrades to the nearest good one. */
const deskSearch = (search: Record<string, unknown>): DeskSearch => ({
  view: text(search.view),
  sel: ticketNumber(search.sel) ?? undefined,
  compose: search.compose === 'reply' || search.compose === 'note' ? search.compose : undefined,
});

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root, path: '/sign-in', component: SignInPage,
  // Only a path of this desk may be gone back to.
  validateSearch: (search: Record<string, unknown>): { next?: string } => ({ next: text(search.next)?.match(/^\/(?!\/)[\w/?=&-]*$/)?.[0] }),
});
const setup = createRoute({
  getParentRoute: () => root, path: '/setup', component: lazyRouteComponent(() => import('../features/session/SetupPage'), 'SetupPage'),
  validateSearch: (search: Record<string, unknown>): { token?: string } => ({ token: text(search.token) }),
});
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });
const index = createRoute({ getParentRoute: () => root, path: '/', beforeLoad: () => { throw redirect({ to: '/queue' }); } });
const desk = createRoute({ getParentRoute: () => shell, id: 'desk', component: Desk });
const queue = createRoute({ getParentRoute: () => desk, path: '/queue', validateSearch: deskSearch });
const ticket = createRoute({ getParentRoute: () => desk, path: '/t/$number', validateSearch: deskSearch });
const customers = createRoute({ getParentRoute: () => shell, path: '/customers', component: lazyRouteComponent(() => import('../features/customers/CustomersPage'), 'CustomersPage') });
const customer = createRoute({ getParentRoute: () => shell, path: '/customers/$id', component: lazyRouteComponent(() => import('../features/customers/CustomerPage'), 'CustomerPage') });
const people = createRoute({ getParentRoute: () => shell, path: '/admin/people', component: lazyRouteComponent(() => import('../features/admin/PeoplePage'), 'PeoplePage') });
const mail = createRoute({ getParentRoute: () => shell, path: '/admin/mail', component: lazyRouteComponent(() => import('../features/admin/MailPage'), 'MailPage') });
const calendars = createRoute({ getParentRoute: () => shell, path: '/admin/calendars', component: lazyRouteComponent(() => withRooms(import('../features/deadlines/CalendarsPage')), 'CalendarsPage') });
const calendar = createRoute({ getParentRoute: () => shell, path: '/admin/calendars/$id', component: lazyRouteComponent(() => withRooms(import('../features/deadlines/CalendarPage')), 'CalendarPage') });
const policies = createRoute({ getParentRoute: () => shell, path: '/admin/policies', component: lazyRouteComponent(() => withRooms(import('../features/deadlines/PoliciesPage')), 'PoliciesPage') });
const policy = createRoute({ getParentRoute: () => shell, path: '/admin/policies/$id', component: lazyRouteComponent(() => withRooms(import('../features/deadlines/PolicyPage')), 'PolicyPage') });
const reminders = createRoute({ getParentRoute: () => shell, path: '/admin/reminders', component: lazyRouteComponent(() => withRooms(import('../features/deadlines/PlansPage')), 'PlansPage') });
const notices = createRoute({ getParentRoute: () => shell, path: '/notices', component: lazyRouteComponent(() => import('../features/notices/NoticesPage'), 'NoticesPage') });
const noticeSettings = createRoute({ getParentRoute: () => shell, path: '/settings/notices', component: lazyRouteComponent(() => withRooms(import('../features/notices/NoticeSettingsPage')), 'NoticeSettingsPage') });
const replyTimes = createRoute({ getParentRoute: () => shell, path: '/reports/reply-times', validateSearch: reportSearch, component: lazyRouteComponent(() => withRooms(import('../features/reports/ReplyTimesPage')), 'ReplyTimesPage') });
const replyTimeCases = createRoute({ getParentRoute: () => shell, path: '/reports/reply-times/cases', validateSearch: casesSearch, component: lazyRouteComponent(() => withRooms(import('../features/reports/CasesPage')), 'CasesPage') });
const admin = createRoute({ getParentRoute: () => shell, path: '/admin', beforeLoad: () => { throw redirect({ to: '/admin/people' }); } });

export const router = createRouter({
  routeTree: root.addChildren([index, signIn, setup, shell.addChildren([desk.addChildren([queue, ticket]), customers, customer, people, mail, calendars, calendar, policies, policy, reminders, notices, noticeSettings, replyTimes, replyTimeCases, admin])]),
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailure,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
