import { Temporal } from 'temporal-polyfill';

/** The lists everybody has. Which tickets are in each is said once, here, for lists, indexes and counts alike. */
export const View = {
  MY_OPEN: 'MY_OPEN', UNASSIGNED: 'UNASSIGNED', DUE_TODAY: 'DUE_TODAY', WAITING: 'WAITING', COMPLAINTS: 'COMPLAINTS', ALL_OPEN: 'ALL_OPEN', MY_DRAFTS: 'MY_DRAFTS',
} as const;
export type View = (typeof View)[keyof typeof View];
export const VIEWS = Object.values(View);

/** The predicate of the partial indexes, word for word: the planner must recognise it. */
export const OPEN_SQL = `status IN ('new', 'open', 'waiting_customer', 'waiting_third_party', 'snoozed')`;
const ACTIVE_SQL = `status IN ('new', 'open')`;

interface Parameters {
  readonly me: string;
  readonly tomorrow: string;
}

/** Conditions on an open `ticket t`; `me` and `tomorrow` are parameters. My open tickets are those that wait for me, not for somebody else. */
export const amongOpen = (view: Exclude<View, 'MY_DRAFTS'>, { me, tomorrow }: Parameters): string =>
  ({
    MY_OPEN: `t.assignee_id = ${me}::uuid AND t.${ACTIVE_SQL}`,
    UNASSIGNED: `t.assignee_id IS NULL AND t.${ACTIVE_SQL}`,
    DUE_TODAY: `t.next_due_at < ${tomorrow}::timestamptz`,
    WAITING: `t.status IN ('waiting_customer', 'waiting_third_party', 'snoozed')`,
    COMPLAINTS: `t.kind = 'complaint'`,
    ALL_OPEN: 'true',
  })[view];

/** Conditions on any `ticket t`; drafts are there whatever became of the ticket. */
export const viewCondition = (view: View, parameters: Parameters & { readonly drafted: string }): string =>
  view === 'MY_DRAFTS' ? `t.id = ANY(${parameters.drafted}::uuid[])` : `t.${OPEN_SQL} AND ${amongOpen(view, parameters)}`;

/** The shops' midnight that ends the day of `now`: what is due before it is due today. */
export const startOfTomorrow = (now: Date, zone: string): Date =>
  new Date(Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds);
