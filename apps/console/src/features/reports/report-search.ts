import { fieldsIn } from '../../i18n/zone';
import type { ReplyMetric, ReplyTimesFigure, ReplyTimesGroupBy, ReplyTimesInput, TicketKind } from '../../graphql/generated/graphql';

export const periods = ['this_week', 'last_week', 'this_month', 'last_month', 'own'] as const;
export type Period = (typeof periods)[number];

export const metrics = { first_reply: 'FIRST_REPLY', next_reply: 'NEXT_REPLY', acknowledge: 'ACKNOWLEDGE' } as const satisfies Record<string, ReplyMetric>;
export type Metric = keyof typeof metrics;

export const kinds = { question: 'QUESTION', feedback: 'FEEDBACK', complaint: 'COMPLAINT', call: 'CALL', survey: 'SURVEY', privacy_request: 'PRIVACY_REQUEST' } as const satisfies Record<string, TicketKind>;
export type Kind = keyof typeof kinds;

export const figures = {
  due: 'DUE', met: 'MET', late: 'LATE', overdueOpen: 'OVERDUE_OPEN', cancelled: 'CANCELLED', waived: 'WAIVED', metInContact: 'MET_IN_CONTACT', arrived: 'ARRIVED', open: 'OPEN',
} as const satisfies Record<string, ReplyTimesFigure>;
export type FigureName = keyof typeof figures;

export const groupings = { all: 'ALL', kind: 'KIND', team: 'TEAM', day: 'DAY' } as const satisfies Record<string, ReplyTimesGroupBy>;
export type Grouping = keyof typeof groupings;

/** What the address of the report says. Days are the shop's; `to` is the last one. What is left out is what is usual. */
export interface ReportSearch { period?: Period; from?: string; to?: string; metric?: Metric; team?: string; kind?: Kind }
/** The address of the cases behind one figure: always with its days, so that the link means the same tomorrow. */
export interface CasesSearch extends ReportSearch { figure?: FigureName; by?: Grouping; key?: string }

/** Days of one report at most, as the server has it. */
const LONGEST = 1100;
const DAY = 86_400_000;

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((each) => each === value);
const named = <T extends object>(all: T, value: unknown): keyof T | undefined => (typeof value === 'string' && Object.hasOwn(all, value) ? (value as keyof T) : undefined);

/** A day that the calendar has, `YYYY-MM-DD`. */
export function dayOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^2\d{3}-\d\d-\d\d$/.test(value)) return undefined;
  return new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value ? value : undefined;
}

export const plusDays = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
export const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

export type PeriodFault = 'incomplete' | 'reversed' | 'long';
export function periodFault(from: string | undefined, to: string | undefined): PeriodFault | null {
  if (!from || !to) return 'incomplete';
  const days = daysFrom(from, to) + 1;
  return days < 1 ? 'reversed' : days > LONGEST ? 'long' : null;
}

/** A bad link degrades to the nearest good one. */
export function reportSearch(search: Record<string, unknown>): ReportSearch {
  const [from, to] = [dayOf(search.from), dayOf(search.to)];
  const own = periodFault(from, to) === null;
  const period = oneOf(periods, search.period) ?? (own ? 'own' : undefined);
  return {
    period: period === 'own' && !own ? undefined : period, ...(own ? { from, to } : {}),
    metric: named(metrics, search.metric), kind: named(kinds, search.kind),
    team: typeof search.team === 'string' && /^[\da-f-]{36}$/.test(search.team) ? search.team : undefined,
  };
}

export function casesSearch(search: Record<string, unknown>): CasesSearch {
  const by = named(groupings, search.by);
  const key = typeof search.key === 'string' && search.key.length <= 60 ? search.key : undefined;
  return { ...reportSearch(search), figure: named(figures, search.figure), ...(by && by !== 'all' && key ? { by, key } : {}) };
}

/** The shop's day at an instant. */
export function shopDay(zone: string, now: number): string {
  const { year, month, day } = fieldsIn(zone, now);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

export const usualPeriod: Period = 'this_month';

/** First and last day of what is asked for, as of `today`. Weeks begin on Monday. */
export function daysOf({ period = usualPeriod, from, to }: ReportSearch, today: string): { from: string; to: string } {
  if (period === 'own' && from && to) return { from, to };
  if (period === 'this_week' || period === 'last_week') {
    const monday = plusDays(today, -((new Date(today).getUTCDay() + 6) % 7) - (period === 'last_week' ? 7 : 0));
    return { from: monday, to: plusDays(monday, 6) };
  }
  const first = `${today.slice(0, 7)}-01`;
  const next = `${plusDays(first, 31).slice(0, 7)}-01`;
  if (period === 'last_month') return { from: `${plusDays(first, -1).slice(0, 7)}-01`, to: plusDays(first, -1) };
  return { from: first, to: plusDays(next, -1) };
}

/** As the server is asked: its `to` is the day after the last. */
export function inputOf({ metric = 'first_reply', team, kind }: ReportSearch, days: { from: string; to: string }): ReplyTimesInput {
  return { metric: metrics[metric], from: days.from, to: plusDays(days.to, 1), teamId: team ?? null, kind: kind ? kinds[kind] : null };
}
