import type { ChangedField } from './tickets.events';
import type { TicketChannel, TicketKind, TicketPriority, TicketStatus } from './ticket.words';
import type { Locale } from '@kaiku/kernel';

/** Which version last changed a field, and which staff member did (null: nobody in person). */
export type FieldVersions = Readonly<Record<string, { readonly version: number; readonly by: string | null }>>;

/** A ticket locked for change. Instants are ISO text. */
export interface TicketState {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly kind: TicketKind;
  readonly status: TicketStatus;
  readonly priority: TicketPriority;
  readonly channel: TicketChannel;
  readonly subject: string | null;
  readonly language: Locale;
  readonly orderNumber: string | null;
  readonly answerWanted: boolean;
  readonly teamId: string;
  readonly assigneeId: string | null;
  readonly customerId: string | null;
  readonly tags: readonly string[];
  readonly receivedAt: string;
  readonly solvedAt: string | null;
  readonly snoozeUntil: string | null;
  readonly hasHumanReply: boolean;
  readonly noReplyReason: string | null;
  readonly fieldVersions: FieldVersions;
  readonly lastEntryId: string | null;
}

/** The fields people change, under the names the API has for them. `entries` moves when the customer says something. */
export type TicketField = Exclude<ChangedField, 'delivery'>;

/** Columns a change may set. */
export type TicketColumns = Partial<{
  kind: TicketKind; status: TicketStatus; priority: TicketPriority; subject: string; language: Locale; orderNumber: string | null; teamId: string;
  assigneeId: string | null; customerId: string | null; tags: readonly string[]; solvedAt: Date | null; snoozeUntil: Date | null;
  hasHumanReply: boolean; answerWanted: boolean; noReplyReason: string | null;
}>;

/** A line of the timeline that says what was changed; the console has the words. Values stand as the API says them. */
export interface SystemNote {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly aboutEntryId?: string;
}

/** What a rule decided. Nothing in it: nothing to do. */
export interface TicketChange {
  readonly set: TicketColumns;
  readonly fields: readonly TicketField[];
  readonly notes: readonly SystemNote[];
}

export const NO_CHANGE: TicketChange = { set: {}, fields: [], notes: [] };

export const changeOf = (field: TicketField, set: TicketColumns, code: string, from: unknown, to: unknown, more: Readonly<Record<string, unknown>> = {}): TicketChange => ({
  set, fields: [field], notes: [{ code, params: { from, to, ...more } }],
});

export const together = (...changes: readonly TicketChange[]): TicketChange => ({
  set: Object.assign({}, ...changes.map((c) => c.set)) as TicketColumns,
  fields: [...new Set(changes.flatMap((c) => c.fields))],
  notes: changes.flatMap((c) => c.notes),
});

export const isEmpty = (change: TicketChange): boolean => change.fields.length === 0 && Object.keys(change.set).length === 0;
