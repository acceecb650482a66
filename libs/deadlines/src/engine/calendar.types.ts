export type IsoDay = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Half-open local hours `[from, to)`. */
export interface Hours {
  /** `HH:MM`, 00:00 to 23:59. */
  readonly from: string;
  /** `HH:MM` or `24:00`; not later than `from` means the next day. */
  readonly to: string;
}

/** Hours of a weekday; Monday is 1. They belong to the day on which they start. */
export type WeeklyHours = Hours & { readonly isoDay: IsoDay };

/** What holds on one date instead of the weekly hours. `closed` has no intervals. */
export interface DayEntry {
  /** `YYYY-MM-DD`, local. */
  readonly date: string;
  readonly kind: 'closed' | 'hours';
  readonly intervals: readonly Hours[];
  readonly source: 'law' | 'custom' | 'feed';
  readonly label: string | null;
  /** On a closed date: the night before goes on past midnight. Otherwise it ends at 00:00. */
  readonly keepSpill?: boolean;
}

/** Content of one calendar version. `always` is plain elapsed time: hours and dates are then without effect. */
export interface CalendarDefinition {
  /** IANA name, `Europe/Helsinki`. */
  readonly zone: string;
  readonly always: boolean;
  readonly weekly: readonly WeeklyHours[];
  readonly days: readonly DayEntry[];
}

/** Local dates `YYYY-MM-DD`: the first one, and the first one that is no longer covered. */
export interface Horizon {
  readonly from: string;
  readonly to: string;
}

/**
 * A calendar as instants, in epoch milliseconds: sorted, disjoint open intervals `[opens[i], closes[i])` and the open time
 * before each (`sums[i]`, one longer than the intervals). Answers hold from `from` to `to`.
 */
export interface CompiledCalendar {
  readonly hash: string;
  readonly zone: string;
  readonly always: boolean;
  readonly from: number;
  readonly to: number;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  readonly sums: Float64Array;
  /** Days since 1970-01-01 of the first local date. */
  readonly firstDay: number;
  /** First instant of each local date, and `to`. */
  readonly dayStarts: Float64Array;
  /** Dates with any open time (days since 1970-01-01), with their first opening and last closing instant. */
  readonly openDays: Int32Array;
  readonly dayOpens: Float64Array;
  readonly dayCloses: Float64Array;
  /** Version of the zone data it was made from. */
  readonly tzdata: string;
}
