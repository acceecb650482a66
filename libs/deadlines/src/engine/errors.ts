/** Why time could not be counted. Problem codes of the same name are shown to people. */
export type DeadlineErrorCode =
  | 'calendar.never_open'
  | 'calendar.horizon_exceeded'
  | 'calendar.zone_unknown'
  | 'calendar.interval_invalid'
  | 'target.not_positive'
  | 'policy.none'
  | 'event.out_of_order'
  | 'deadline.after_legal'
  | 'feed.too_large'
  | 'feed.too_many_events'
  | 'feed.unreadable'
  | 'feed.empty';

/** The engine's one error. It may fail a calendar that is being saved, and never a ticket: `fold` turns it into a state. */
export class DeadlineError extends Error {
  constructor(
    readonly code: DeadlineErrorCode,
    readonly detail: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.name = 'DeadlineError';
  }
}
