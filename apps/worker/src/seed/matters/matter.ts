import type { TicketKind } from '@kaiku/tickets';

/**
 * One thing people write about. Each text is put together from one variant of every list; `{order}` and the like are filled in.
 * Names stand in the nominative, so that no language has to bend them.
 */
export interface Matter {
  readonly topic: string;
  readonly kind: Exclude<TicketKind, 'call' | 'survey'>;
  readonly tags: readonly string[];
  readonly product: 'food' | 'gear';
  readonly subjects: readonly string[];
  /** What the customer tells, sentence by sentence. */
  readonly told: readonly (readonly string[])[];
  /** What we answer. */
  readonly answers: readonly (readonly string[])[];
  /** The customer's second message. */
  readonly more: readonly string[];
  /** Our second answer. */
  readonly settled: readonly string[];
  /** A colleague's note. */
  readonly notes: readonly string[];
  /** What an agent writes down of a call about it. */
  readonly called: readonly string[];
}

/** How messages begin and end in a language. */
export interface Manners {
  readonly hello: readonly string[];
  readonly bye: readonly string[];
  readonly ourHello: readonly string[];
  readonly ourBye: readonly string[];
  readonly thanks: readonly string[];
  readonly noReplyReasons: readonly string[];
  readonly dog: string;
  readonly cat: string;
}
