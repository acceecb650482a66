import { id, InvalidInput, LIMITS, parseInput } from '@kaiku/kernel';
import { z } from 'zod';

export const ReplyMetric = { ACKNOWLEDGE: 'acknowledge', FIRST_REPLY: 'first_reply', NEXT_REPLY: 'next_reply' } as const;
export type ReplyMetric = (typeof ReplyMetric)[keyof typeof ReplyMetric];

export const GroupBy = { ALL: 'all', KIND: 'kind', TEAM: 'team', DAY: 'day' } as const;
export type GroupBy = (typeof GroupBy)[keyof typeof GroupBy];

/** A figure of the report whose cases can be listed. */
export const Figure = {
  DUE: 'due', MET: 'met', LATE: 'late', OVERDUE_OPEN: 'overdueOpen', CANCELLED: 'cancelled', WAIVED: 'waived', MET_IN_CONTACT: 'metInContact', ARRIVED: 'arrived', OPEN: 'open',
} as const;
export type Figure = (typeof Figure)[keyof typeof Figure];

const day = z.iso.date();
const KINDS = ['feedback', 'complaint', 'question', 'call', 'survey', 'privacy_request'] as const;

export const ReplyTimesInput = z.object({
  metric: z.enum(ReplyMetric),
  /** Local dates of the site; `to` is the day after the last. */
  from: day,
  to: day,
  teamId: id.nullish(),
  kind: z.enum(KINDS).nullish(),
});
export type ReplyTimesInput = z.output<typeof ReplyTimesInput>;

const CasesInput = ReplyTimesInput.extend({
  figure: z.enum(Figure),
  groupBy: z.enum(GroupBy),
  /** Kind, team id or day, by `groupBy`; not for `all`. */
  key: z.string().max(60).nullish(),
});

const DAY = 86_400_000;

function checkPeriod({ from, to }: Pick<ReplyTimesInput, 'from' | 'to'>): void {
  const days = (Date.parse(to) - Date.parse(from)) / DAY;
  if (days < 1) throw new InvalidInput([{ path: 'to', code: 'before_from' }]);
  if (days > LIMITS.report.days) throw new InvalidInput([{ path: 'to', code: 'out_of_range', params: { minimum: 1, maximum: LIMITS.report.days } }]);
}

export function replyTimesInput(raw: unknown): ReplyTimesInput {
  const input = parseInput(ReplyTimesInput, raw);
  checkPeriod(input);
  return input;
}

export interface CasesOf extends ReplyTimesInput {
  readonly figure: Figure;
}

/** The group becomes part of the filter, so that a list is asked by the very conditions its figure was counted by. */
export function casesInput(raw: unknown): { readonly of: CasesOf; readonly day: string | null } {
  const { groupBy, key, ...input } = parseInput(CasesInput, raw);
  checkPeriod(input);
  const asked = (schema: z.ZodType<string>): string => {
    const found = schema.safeParse(key);
    if (!found.success) throw new InvalidInput([{ path: 'key', code: 'invalid_value' }]);
    return found.data;
  };
  switch (groupBy) {
    case 'all':
      return { of: input, day: null };
    case 'kind':
      return { of: { ...input, kind: asked(z.enum(KINDS)) as ReplyTimesInput['kind'] }, day: null };
    case 'team':
      return { of: { ...input, teamId: asked(id) }, day: null };
    case 'day':
      return { of: input, day: asked(day) };
  }
}
