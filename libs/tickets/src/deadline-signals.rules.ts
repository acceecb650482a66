import type { Actor } from '@kaiku/kernel';
import type { EndedBy, PolicyAttributes, Signal, SubjectFacts } from '@kaiku/deadlines';
import type { NewEntry } from './entry.repository';
import type { TicketChange, TicketState } from './ticket.state';
import type { TierOf } from './ticket-tiers';
import type { TicketStatus } from './ticket.words';

/** Reasons for no reply that are the customer's own word. */
export const SOLVED_BY_CUSTOMER = 'solved_by_customer';

type Described = Pick<TicketState, 'kind' | 'channel' | 'priority' | 'language' | 'tags' | 'answerWanted' | 'customerId'>;

const attributesOf = (ticket: Described, tierOf: TierOf): PolicyAttributes => ({
  kind: ticket.kind, channel: ticket.channel, priority: ticket.priority, language: ticket.language, tags: ticket.tags, customerTier: tierOf(ticket.customerId), answerWanted: ticket.answerWanted,
});

/** What clocks need to know of a ticket, as it was before a change. */
export const factsOf = (ticket: Described & Pick<TicketState, 'status' | 'teamId' | 'assigneeId' | 'hasHumanReply'> & { readonly receivedAt: string | Date }, tierOf: TierOf): SubjectFacts => ({
  ...attributesOf(ticket, tierOf), status: ticket.status, teamId: ticket.teamId, assigneeId: ticket.assigneeId, receivedAt: new Date(ticket.receivedAt), hasHumanReply: ticket.hasHumanReply,
});

const endedBy = (actor: Actor, noReplyReason: string | null | undefined): EndedBy => (noReplyReason === SOLVED_BY_CUSTOMER || actor.kind === 'public' ? 'customer' : actor.kind === 'staff' ? 'agent' : 'system');

const spoken = (entries: readonly NewEntry[]): Signal[] =>
  entries.flatMap((e): Signal[] => [
    ...(e.isCustomerContact ? [{ type: 'contact', at: e.at, entryId: e.id } as const] : []),
    ...(e.isHumanReply ? [{ type: 'reply', at: e.at, entryId: e.id } as const] : []),
  ]);

export interface Opening {
  readonly status: TicketStatus;
  readonly kind: string;
  readonly receivedAt: Date;
  readonly noReplyReason?: string | null;
  readonly entry: NewEntry | null;
  /** What the caller knows beyond the ticket: a call that was answered, a receipt that was shown. */
  readonly signals?: readonly Signal[];
}

/** A ticket that begins. Spam has no clocks, and neither has a survey's answer that asks for nothing. */
export function signalsOfOpening(actor: Actor, { status, kind, receivedAt, noReplyReason, entry, signals = [] }: Opening, now: Date): Signal[] {
  if (status === 'spam' || (kind === 'survey' && status === 'solved')) return [];
  // A written answer or a call of ours: then we turned to the customer first.
  const byAgent = (entry?.isHumanReply ?? false) || signals.some((signal) => signal.type === 'reply');
  const contactEntryId = entry && (entry.isCustomerContact || entry.kind === 'call') ? entry.id : null;
  return [
    { type: 'opened', at: receivedAt, contactEntryId, byAgent },
    ...(entry?.isHumanReply ? spoken([entry]) : []),
    ...signals,
    ...(status === 'new' || status === 'open' ? [] : [{ type: 'status', at: entry?.at ?? now, from: 'new', to: status, by: endedBy(actor, noReplyReason) } as const]),
  ];
}

const ASKED: readonly (keyof TicketChange['set'])[] = ['kind', 'priority', 'language', 'tags'];

/** What a change tells the clocks; nothing for most changes, and then nothing is asked. */
export function signalsOfChange(actor: Actor, ticket: TicketState, change: TicketChange, entries: readonly NewEntry[], more: readonly Signal[], tierOf: TierOf, now: Date): Signal[] {
  const noted = (code: string, make: (entryId: string) => Signal): Signal[] =>
    change.notes.filter((note) => note.code === code).flatMap((note) => (note.aboutEntryId ? [make(note.aboutEntryId)] : []));
  const { status } = change.set;
  const after = { ...ticket, ...defined(change.set) };
  const otherTier = tierOf(after.customerId) !== tierOf(ticket.customerId);
  const contactAt = entries.find((e) => e.isCustomerContact)?.at;
  return [
    ...noted('reply_voided', (entryId) => ({ type: 'void', at: now, entryId })),
    ...noted('reply_stands', (entryId) => ({ type: 'reply', at: now, entryId })),
    ...spoken(entries),
    ...more,
    ...(ASKED.some((field) => change.set[field] !== undefined) || otherTier ? [{ type: 'attributes', at: now, before: attributesOf(ticket, tierOf), after: attributesOf(after, tierOf) } as const] : []),
    ...(status && status !== ticket.status ? [{ type: 'status', at: contactAt ?? now, from: ticket.status, to: status, by: endedBy(actor, change.set.noReplyReason) } as const] : []),
  ];
}

const defined = (set: TicketChange['set']): Partial<Described> => Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)) as Partial<Described>;
