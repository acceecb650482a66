import { Injectable } from '@nestjs/common';
import { Clock, LIMITS, newId, viewerOf, type StaffActor } from '@kaiku/kernel';
import { CustomerQueries } from '@kaiku/customers';
import { TeamNotFound, TeamQueries } from '@kaiku/staff';
import { AppendEntry, AssignTicket, CreateTicket, LinkCustomer, previewOf, ReopenTicket, SolveTicket, TicketConflict, TicketNotFound, TicketQueries, UpdateTicket, type EntrySpec, type TicketView } from '@kaiku/tickets';
import { decideEffect, signalsOfCall, type CallEffect } from './call.rules';
import { CallRepository } from './call.repository';
import { MET_IN_CONTACT, type CallDirection, type CallOutcome } from './call.words';

/** What there is to know of a call before it has a place. */
export interface PlacedCall {
  readonly outcome: Exclude<CallOutcome, 'wrong_number'>;
  readonly direction: CallDirection;
  readonly note: string;
  readonly startedAt: Date;
  readonly callBackAt: Date | null;
  readonly customerId: string | null;
  readonly addToTicketId?: string | null;
}

export interface TicketOfCall {
  readonly ticketId: string;
  readonly entryId: string;
  readonly customerId: string | null;
}

/** Where a call goes: onto an open ticket, into one that it opens again, or into a ticket of its own. */
@Injectable()
export class CallTarget {
  constructor(
    private readonly tickets: TicketQueries,
    private readonly teams: TeamQueries,
    private readonly customers: CustomerQueries,
    private readonly calls: CallRepository,
    private readonly create: CreateTicket,
    private readonly append: AppendEntry,
    private readonly solve: SolveTicket,
    private readonly update: UpdateTicket,
    private readonly reopen: ReopenTicket,
    private readonly assign: AssignTicket,
    private readonly link: LinkCustomer,
    private readonly clock: Clock,
  ) {}

  /** Inside the caller's transaction. Throws TicketNotFound when the agent may not see the ticket. */
  async place(agent: StaffActor, call: PlacedCall): Promise<TicketOfCall> {
    if (!call.addToTicketId) return this.open(agent, call, null);
    const ticket = (await this.tickets.byIds(viewerOf(agent), [call.addToTicketId])).get(call.addToTicketId);
    if (!ticket) throw new TicketNotFound();
    const effect = decideEffect(ticket, call.outcome, this.clock.now());
    return effect === 'follow_up' ? this.open(agent, call, ticket) : this.add(agent, call, ticket, effect);
  }

  private async open(agent: StaffActor, call: PlacedCall, before: TicketView | null): Promise<TicketOfCall> {
    const customerId = call.customerId ?? before?.customerId ?? null;
    const customer = customerId ? (await this.customers.byIds(viewerOf(agent), [customerId])).get(customerId) : undefined;
    const solved = call.outcome === 'solved';
    const entry = entryOf(agent, call);
    const made = await this.create.run(agent, {
      kind: 'call', channel: 'phone', subject: previewOf(call.note)?.slice(0, LIMITS.ticket.subject) ?? null, language: customer?.language ?? before?.language ?? 'fi',
      teamId: before?.team.id ?? (await this.teamOf(agent)), customerId, assigneeId: agent.id, receivedAt: call.startedAt, followUpOf: before?.id ?? null,
      status: solved ? 'solved' : 'open', noReplyReason: solved ? MET_IN_CONTACT : null, entry, signals: signalsOfCall(call, entry.id),
    });
    return { ticketId: made.ticketId, entryId: made.entryId!, customerId };
  }

  private async add(agent: StaffActor, call: PlacedCall, ticket: TicketView, effect: CallEffect): Promise<TicketOfCall> {
    const customerId = call.customerId ?? ticket.customerId;
    if (customerId) await this.calls.holdCustomer(customerId);
    if (call.customerId && !ticket.customerId) await this.linkWhereNone(agent, ticket, call.customerId);
    const entry = entryOf(agent, call);
    const added = await this.append.run(agent, { ticketId: ticket.id, entry, signals: signalsOfCall(call, entry.id) });
    if (added.follows) return this.open(agent, call, ticket);
    const now = { ticketId: ticket.id, expectedVersion: added.version };
    if (effect === 'solve') await this.solve.run(agent, { ...now, noReplyReason: MET_IN_CONTACT });
    if (effect === 'open') await this.update.run(agent, { ...now, status: 'open' });
    if (effect === 'reopen') await this.reopen.run(agent, now);
    // Work that nobody has is the agent's who promised it; a colleague's stays the colleague's.
    if (call.outcome !== 'solved' && !ticket.assignee) await this.assign.run(agent, { ...now, assigneeId: agent.id });
    return { ticketId: ticket.id, entryId: added.entryId, customerId };
  }

  private async linkWhereNone(agent: StaffActor, ticket: TicketView, customerId: string): Promise<void> {
    try {
      await this.link.run(agent, { ticketId: ticket.id, expectedVersion: ticket.version, customerId });
    } catch (error) {
      // A colleague said at the same moment whose matter it is: theirs stands.
      if (!(error instanceof TicketConflict)) throw error;
    }
  }

  private async teamOf(agent: StaffActor): Promise<string> {
    const own = [...agent.teamIds].sort()[0];
    const team = own ?? (await this.teams.all(viewerOf(agent)))[0]?.id;
    if (!team) throw new TeamNotFound();
    return team;
  }
}

/** The note is for us: it never reaches the customer. */
const entryOf = (agent: StaffActor, call: PlacedCall): EntrySpec & { readonly id: string } => ({
  id: newId(), kind: 'call', visibility: 'internal', authorKind: 'agent', authorStaffId: agent.id, authorName: agent.name, channel: 'phone', at: call.startedAt, body: call.note || null,
});
