export type Metric = 'acknowledge' | 'first_reply' | 'next_reply' | 'progress_update' | 'decision' | 'remedy' | 'resolution' | 'callback' | 'statutory';

export type TargetUnit = 'business_seconds' | 'calendar_seconds' | 'business_days' | 'calendar_days' | 'calendar_months' | 'fixed';

/** What is promised. A snapshot: the clock keeps the one that its event brought. */
export interface Target {
  readonly unit: TargetUnit;
  /** Seconds, days or months by the unit; for `fixed` the due instant in epoch ms. */
  readonly amount: number;
  /** Where the last day goes when it is no working day (calendar days and months only). */
  readonly roll: 'none' | 'following' | 'preceding';
  /** Open time left when a change finds the target already used up; 0 means due at the change. */
  readonly retargetGraceMs: number;
  /** Statuses that pause the clock: for whoever makes events of status changes. The fold takes a pause as it is. */
  readonly pauseStatuses: readonly string[];
  /** Open dates between the working due time and the end of the period (calendar days and months); 1 when not given. */
  readonly bufferBusinessDays?: number;
}

interface Happening {
  /** Number within the clock, growing as things are recorded. */
  readonly seq: number;
  /** When it took effect, epoch ms; may lie before what is already recorded. */
  readonly at: number;
}

export type ClockEvent = Happening &
  (
    | { readonly type: 'start'; readonly payload: { readonly target: Target; readonly calendar: string } }
    | { readonly type: 'pause'; readonly payload: { readonly reason: string } }
    | { readonly type: 'resume'; readonly payload: Readonly<Record<string, never>> }
    | { readonly type: 'suspend'; readonly payload: { readonly reason: string } }
    /** Without a reason every suspension ends. */
    | { readonly type: 'unsuspend'; readonly payload: { readonly reason?: string } }
    | { readonly type: 'retarget'; readonly payload: { readonly target: Target } }
    | { readonly type: 'recalendar'; readonly payload: { readonly calendar: string } }
    | { readonly type: 'stop'; readonly payload: { readonly outcome: string } }
    | { readonly type: 'cancel'; readonly payload: { readonly reason: string } }
    | { readonly type: 'waive'; readonly payload: { readonly reason: string } }
    /** A due instant set by hand; nothing moves it afterwards but another one. */
    | { readonly type: 'fix'; readonly payload: { readonly due: number; readonly reason: string } }
    /** Takes back what events did (a bounced reply's stop, a merge), or puts another calendar under the clock from `at` on. */
    | { readonly type: 'correct'; readonly payload: { readonly voids: readonly number[]; readonly calendar?: string; readonly note: string } }
  );
export type ClockEventType = ClockEvent['type'];

/** Time counted under one calendar. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly calendar: string;
  /** Milliseconds counted: open time, or plain time for `calendar_seconds` and `fixed`. */
  readonly openMs: number;
}

export interface Pause {
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
  readonly reason: string;
  readonly kind: 'pause' | 'suspension';
}

export type IgnoredWhy = 'not_started' | 'already_started' | 'not_paused' | 'already_paused' | 'closed' | 'voided' | 'after_legal' | 'same_instant' | 'unknown';

/** Instants in epoch ms, durations in ms. */
export interface ClockState {
  readonly state: 'idle' | 'running' | 'paused' | 'suspended' | 'met' | 'late' | 'cancelled' | 'waived' | 'error';
  readonly startedAt: number | null;
  readonly stoppedAt: number | null;
  /** When the work must be done; none while a pause lasts. For calendar days and months the working due time, before the legal one. */
  readonly dueAt: number | null;
  /** End of a period of calendar days or months, exclusive (00:00 of the day after the last). It alone decides about met and late. */
  readonly legalDueAt: number | null;
  readonly usedMs: number;
  /** For days and months: used, and what is left until due; null while a pause lasts and for none. */
  readonly targetMs: number | null;
  /** Negative when overdue. */
  readonly remainingMs: number | null;
  /** The due instant that passed; stays when the target is loosened afterwards. */
  readonly breachedAt: number | null;
  /** A change found the target already used up. */
  readonly breachedByRetarget: boolean;
  readonly outcome: string | null;
  readonly outcomeReason: string | null;
  readonly segments: readonly Segment[];
  readonly pauses: readonly Pause[];
  readonly ignored: readonly { readonly seq: number; readonly why: IgnoredWhy }[];
  readonly error: string | null;
  /** What it goes by at the end of the events. */
  readonly target: Target | null;
  readonly calendar: string | null;
  /** Whether the due instant was set by hand. */
  readonly fixed: boolean;
}
