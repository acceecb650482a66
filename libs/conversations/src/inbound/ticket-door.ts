import { Injectable } from '@nestjs/common';
import { Clock, system, viewerOf, type Actor, type StaffActor, type Viewer } from '@kaiku/kernel';
import type { Signal } from '@kaiku/deadlines';
import { AnnounceTicket, AppendEntry, CreateTicket, EntryQueries, LockTicket, MarkAnswered, TicketNotFound, TicketQueries, TellClocks, VoidReply, type EntrySpec, type EntryView, type ThenStatus, type TicketSpec, type TicketState, type TicketView } from '@kaiku/tickets';
import { TicketStale } from '../conversations.problems';

const DOOR = viewerOf(system('conversations'));

export interface Delivery {
  /** The ticket it joins, or null for a new one. */
  readonly into: string | null;
  readonly possiblyBelongsTo: string | null;
  readonly entry: EntrySpec;
  readonly opening: Omit<TicketSpec, 'entry' | 'possiblyBelongsTo' | 'followUpOf'>;
}

/** How conversations speak to tickets: one place that knows both. */
@Injectable()
export class TicketDoor {
  constructor(
    private readonly tickets: TicketQueries,
    private readonly entries: EntryQueries,
    private readonly append: AppendEntry,
    private readonly create: CreateTicket,
    private readonly locking: LockTicket,
    private readonly voiding: VoidReply,
    private readonly answering: MarkAnswered,
    private readonly announcing: AnnounceTicket,
    private readonly clocks: TellClocks,
    private readonly clock: Clock,
  ) {}

  /** Adds to a ticket, or opens one; a ticket that has ended too long ago is followed by a linked one. */
  async deliver(actor: Actor, d: Delivery): Promise<{ ticketId: string; entryId: string; opened: boolean }> {
    let followed: TicketView | null = null;
    if (d.into) {
      const appended = await this.append.run(actor, { ticketId: d.into, entry: d.entry });
      if (!appended.follows) return { ticketId: d.into, entryId: appended.entryId, opened: false };
      followed = await this.facts(d.into);
    }
    const known = d.possiblyBelongsTo && (await this.find(DOOR, d.possiblyBelongsTo)) ? d.possiblyBelongsTo : null;
    const inherited = followed ? { teamId: followed.team.id, customerId: followed.customerId, kind: followed.kind } : {};
    const made = await this.create.run(actor, { ...d.opening, ...inherited, entry: d.entry, possiblyBelongsTo: known, followUpOf: followed?.id ?? null });
    return { ticketId: made.ticketId, entryId: made.entryId!, opened: true };
  }

  /** Tells the ticket's clocks about a receipt. Locks the ticket. */
  async tellClocks(actor: Actor, ticketId: string, signal: Signal): Promise<void> {
    await this.clocks.run(actor, ticketId, [signal]);
  }

  /** What an answer needs to know of its ticket; the caller has shown that the reader may see it. */
  async facts(ticketId: string): Promise<TicketView> {
    return this.assertVisible(DOOR, ticketId);
  }

  private async find(viewer: Viewer, ticketId: string): Promise<TicketView | null> {
    return (await this.tickets.byIds(viewer, [ticketId])).get(ticketId) ?? null;
  }

  /** The same answer for a ticket that is not there and one that is not this person's to see. */
  async assertVisible(viewer: Viewer, ticketId: string): Promise<TicketView> {
    const ticket = await this.find(viewer, ticketId);
    if (!ticket) throw new TicketNotFound();
    return ticket;
  }

  async visible(viewer: Viewer, ticketIds: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set((await this.tickets.refs(viewer, [...new Set(ticketIds)])).keys());
  }

  /** Nobody else changes the ticket until the transaction ends. The same answer for one that is not there and one that may not be seen. */
  lock(actor: StaffActor, ticketId: string): Promise<TicketState> {
    return this.locking.run(actor, ticketId);
  }

  /** Adds the reply to the locked ticket; then refuses it when somebody has written there since its author looked. */
  async reply(actor: StaffActor, ticket: TicketState, reply: { body: string; thenStatus: ThenStatus; lastSeenEntryId: string | null; sendAnyway: boolean }): Promise<string> {
    const appended = await this.append.run(actor, {
      ticketId: ticket.id,
      locked: ticket,
      thenStatus: reply.thenStatus,
      entry: { kind: 'reply', visibility: 'public', authorKind: 'agent', authorStaffId: actor.id, authorName: actor.name, channel: 'email', at: this.clock.now(), body: reply.body, isHumanReply: true },
    });
    if (appended.follows) throw new Error('an answer never opens a ticket of its own');
    if (!reply.sendAnyway) {
      const since = await this.entries.newerThan(DOOR, ticket.id, reply.lastSeenEntryId);
      // What a person wrote: an acknowledgement that goes out meanwhile says nothing that an answer would have to take in.
      const newer = since.filter((e) => e.id !== appended.entryId && e.visibility === 'public' && ['customer', 'agent'].includes(e.authorKind) && e.author?.id !== actor.id);
      if (newer.length > 0) throw new TicketStale(newer);
    }
    return appended.entryId;
  }

  /** A reply was taken back or did not arrive; says so on the timeline. Locks the ticket. */
  async voidReply(actor: Actor, ticketId: string, entryId: string, why: 'undone' | 'failed' | 'bounced'): Promise<void> {
    await this.voiding.run(actor, { ticketId, entryId, why });
  }

  /** It is sent again, and counts again. Locks the ticket. */
  async restoreReply(actor: Actor, ticketId: string, entryId: string): Promise<void> {
    await this.answering.run(actor, { ticketId, entryId });
  }

  /** The reply, when it is one and on a ticket that the viewer may see. */
  async replyEntry(viewer: Viewer, entryId: string): Promise<EntryView | null> {
    const entry = (await this.entries.byIds(viewer, [entryId], true)).get(entryId);
    return entry?.kind === 'reply' ? entry : null;
  }

  async entry(entryId: string): Promise<EntryView | null> {
    return (await this.entries.byIds(DOOR, [entryId], true)).get(entryId) ?? null;
  }

  /** Tells consoles about a change that is no change of the ticket itself. */
  async announce(actor: Actor, ticketId: string, changed: readonly string[]): Promise<void> {
    await this.announcing.run(actor, ticketId, changed);
  }
}
