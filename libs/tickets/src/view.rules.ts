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

/** Conditions on `ticket t`; `me`, `tomorrow` and `drafted` are parameters. My open tickets are those that wait for me, not for somebody else. */
export const viewCondition = (view: View, parameter: { readonly me: string; readonly tomorrow: string; readonly drafted: string }): string =>
  ({
    MY_OPEN: `t.${OPEN_SQL} AND t.${ACTIVE_SQL} AND t.assignee_id = ${parameter.me}::uuid`,
    UNASSIGNED: `t.${OPEN_SQL} AND t.${ACTIVE_SQL} AND t.assignee_id IS NULL`,
    DUE_TODAY: `t.${OPEN_SQL} AND t.next_due_at < ${parameter.tomorrow}::timestamptz`,
    WAITING: `t.${OPEN_SQL} AND t.status IN ('waiting_customer', 'waiting_third_party', 'snoozed')`,
    COMPLAINTS: `t.${OPEN_SQL} AND t.kind = 'complaint'`,
    ALL_OPEN: `t.${OPEN_SQL}`,
    MY_DRAFTS: `t.id = ANY(${parameter.drafted}::uuid[])`,
  })[view];

/** The shops' midnight that ends the day of `now`: what is due before it is due today. */
export const startOfTomorrow = (now: Date, zone = 'Europe/Helsinki'): Date =>
  new Date(Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds);
