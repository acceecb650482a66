import { Injectable } from '@nestjs/common';
import { Clock, newId, staffIdOf, type Actor, type Locale } from '@kaiku/kernel';
import { ApplySignals, type Signal } from '@kaiku/deadlines';
import { Database, Outbox } from '@kaiku/platform';
import { inDomainWords } from '../constraints';
import { factsOf, signalsOfOpening } from '../deadline-signals.rules';
import { EntryRepository } from '../entry.repository';
import { TicketRepository } from '../ticket.repository';
import { TicketTiers } from '../ticket-tiers';
import type { SystemNote } from '../ticket.state';
import type { TicketChannel, TicketKind, TicketPriority, TicketStatus } from '../ticket.words';
import { lastEntryOf, systemEntry } from '../ticket.writer';
import { TicketOpened } from '../tickets.events';
import { entryFrom, type EntrySpec } from './entry-spec';

/** A ticket of any kind with its first entry, as intake doors and other libraries make it. */
export interface TicketSpec {
  readonly kind: TicketKind;
  readonly channel: TicketChannel;
  readonly subject: string | null;
  readonly language: Locale;
  readonly teamId: string;
  readonly customerId?: string | null;
  readonly assigneeId?: string | null;
  readonly priority?: TicketPriority;
  readonly orderNumber?: string | null;
  readonly answerWanted?: boolean;
  readonly tags?: readonly string[];
  /** When the customer turned to us; clocks start here. */
  readonly receivedAt: Date;
  /** `new` unless told. `solved` needs a human reply as first entry, or a reason. */
  readonly status?: Extract<TicketStatus, 'new' | 'open' | 'waiting_customer' | 'solved' | 'spam'>;
  readonly noReplyReason?: string | null;
  /** A ticket this might belong to; a hint, never access. */
  readonly possiblyBelongsTo?: string | null;
  /** The ended ticket that this one goes on with. */
  readonly followUpOf?: string | null;
  readonly entry?: EntrySpec;
  /** What the ticket's clocks are to be told beyond what the ticket says itself. */
  readonly signals?: readonly Signal[];
}

export interface CreatedTicket {
  readonly ticketId: string;
  readonly number: number;
  readonly entryId: string | null;
}

/** Makes a ticket inside the caller's transaction, with its event. Rights and input are the caller's business. */
@Injectable()
export class CreateTicket {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly entries: EntryRepository,
    private readonly outbox: Outbox,
    private readonly clocks: ApplySignals,
    private readonly tiers: TicketTiers,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, spec: TicketSpec): Promise<CreatedTicket> {
    return this.database.transaction(() => inDomainWords(() => this.create(actor, spec)));
  }

  private async create(actor: Actor, spec: TicketSpec): Promise<CreatedTicket> {
    const now = this.clock.now();
    const ticketId = newId();
    const entry = spec.entry ? entryFrom(spec.entry) : null;
    const status = spec.status ?? 'new';
    const assigneeId = spec.assigneeId ?? null;
    const described = {
      kind: spec.kind, channel: spec.channel, priority: spec.priority ?? 'normal', language: spec.language, tags: spec.tags ?? [], answerWanted: spec.answerWanted ?? true,
      teamId: spec.teamId, assigneeId, receivedAt: spec.receivedAt, customerId: spec.customerId ?? null,
    } as const;
    const signals = signalsOfOpening(actor, { status, kind: spec.kind, receivedAt: spec.receivedAt, noReplyReason: spec.noReplyReason, entry, signals: spec.signals }, now);
    const due = await this.clocks.run(actor, { id: ticketId, kind: 'ticket' }, factsOf({ ...described, status: 'new', hasHumanReply: false }, await this.tiers.of(described.customerId)), signals);
    const number = await this.tickets.insert({
      id: ticketId, status, ...described, ...due, subject: spec.subject, orderNumber: spec.orderNumber ?? null, createdAt: now, solvedAt: status === 'solved' ? now : null, hasHumanReply: entry?.isHumanReply ?? false,
      noReplyReason: spec.noReplyReason ?? null, possiblyBelongsTo: spec.possiblyBelongsTo ?? null, followUpOf: spec.followUpOf ?? null, ...(entry ? lastEntryOf(entry) : {}),
    });
    const note = origin(actor, spec);
    await this.entries.append(ticketId, [...(entry ? [entry] : []), ...(note ? [systemEntry(actor, note, 1, now)] : [])], now);
    await this.outbox.publish(TicketOpened, {
      ticketId, number, version: 1, teamId: spec.teamId, assigneeId, changed: ['entries', 'status'], actorId: staffIdOf(actor), kind: spec.kind, customerId: spec.customerId ?? null, entryId: entry?.id ?? null,
    });
    return { ticketId, number, entryId: entry?.id ?? null };
  }
}

/** How it came to be, where the first entry does not say it. */
function origin(actor: Actor, spec: TicketSpec): SystemNote | null {
  if (spec.followUpOf) return { code: 'follow_up_opened', params: { ticketId: spec.followUpOf } };
  return actor.kind === 'staff' ? { code: 'opened', params: {} } : null;
}
