import { newId } from '@kaiku/kernel';
import type { NewEntry } from '../entry.repository';
import { previewOf } from '../entry.rules';
import type { AuthorKind, EntryKind, EntryVisibility, TicketChannel } from '../ticket.words';

/** An entry as other libraries give it; the text has been cleaned by whoever parsed it. */
export interface EntrySpec {
  /** Made when not given; for callers that need the id before writing. */
  readonly id?: string;
  readonly kind: Exclude<EntryKind, 'system'>;
  readonly visibility: EntryVisibility;
  readonly authorKind: AuthorKind;
  /** Who wrote it, or who wrote down what the customer said. */
  readonly authorStaffId?: string | null;
  readonly authorName?: string | null;
  readonly channel?: TicketChannel | null;
  /** When it happened: receipt of a mail, time of a call, click of a reply. */
  readonly at: Date;
  readonly body?: string | null;
  /** By a customer, public, not from a machine. */
  readonly isCustomerContact?: boolean;
  /** By a person of ours, public, not from a machine. */
  readonly isHumanReply?: boolean;
}

export function entryFrom(spec: EntrySpec): NewEntry {
  const body = spec.body?.replaceAll('\u0000', '').toWellFormed() ?? null;
  return {
    id: spec.id ?? newId(), kind: spec.kind, visibility: spec.visibility, authorKind: spec.authorKind, authorStaffId: spec.authorStaffId ?? null,
    authorName: spec.authorName?.replaceAll('\u0000', '').toWellFormed() ?? null, channel: spec.channel ?? null, at: spec.at, body, preview: previewOf(body), change: null, aboutEntryId: null,
    isCustomerContact: spec.isCustomerContact ?? false, isHumanReply: spec.isHumanReply ?? false,
  };
}
