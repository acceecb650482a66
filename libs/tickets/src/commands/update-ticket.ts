import { Injectable } from '@nestjs/common';
import { Clock, id, InvalidInput, line, LIMITS, locale, parseInput, viewerOf, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { AssigneeQueries } from '../assignees.queries';
import { inDomainWords } from '../constraints';
import { FieldConflicts, type Proposal } from '../field-conflicts';
import { TicketRepository } from '../ticket.repository';
import { decideStatus, visible } from '../ticket.rules';
import { changeOf, isEmpty, together, type TicketChange, type TicketState } from '../ticket.state';
import { TicketPriority, TicketStatus, wireName } from '../ticket.words';
import { TicketWriter, tell } from '../ticket.writer';
import { TicketChanged } from '../tickets.events';
import { expectedVersion, ticketId, type Changed } from './change-input';

export const UpdateTicketInput = z.object({
  ticketId,
  expectedVersion,
  subject: line(LIMITS.ticket.subject).nullish(),
  status: z.enum(TicketStatus).nullish(),
  priority: z.enum(TicketPriority).nullish(),
  teamId: id.nullish(),
  language: locale.nullish(),
  /** Null takes it away; absent leaves it. */
  orderNumber: line(60).nullish(),
  snoozeUntil: z.coerce.date({ error: 'not_a_time' }).nullish(),
});
type Input = z.output<typeof UpdateTicketInput>;

/** Sets fields of a ticket. What a colleague changed meanwhile in other fields stays; in the same field it is a conflict. */
@Injectable()
export class UpdateTicket {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly writer: TicketWriter,
    private readonly conflicts: FieldConflicts,
    private readonly assignees: AssigneeQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<Changed> {
    const input = parseInput(UpdateTicketInput, raw);
    const now = this.clock.now();
    // A time alone means: snooze until then.
    const status = input.snoozeUntil && !input.status ? 'snoozed' : input.status;
    if (status === 'snoozed' && !input.snoozeUntil) throw new InvalidInput([{ path: 'snoozeUntil', code: 'snooze_needs_time' }]);
    if (input.snoozeUntil && input.snoozeUntil <= now) throw new InvalidInput([{ path: 'snoozeUntil', code: 'in_the_past' }]);
    return this.database.transaction(() =>
      inDomainWords(async () => {
        const ticket = visible(actor, await this.tickets.lock(input.ticketId));
        const proposals = proposalsOf(ticket, { ...input, status });
        await this.conflicts.assertNone(actor, ticket, input.expectedVersion, proposals);
        const change = together(
          ...proposals.filter((p) => p.field !== 'status').map((p) => plainChange(p, input)),
          ...(proposals.some((p) => p.field === 'status') ? [decideStatus(ticket, status!, now, status === 'snoozed' ? input.snoozeUntil : null)] : []),
          ...(await this.handOver(actor, ticket, input)),
        );
        if (isEmpty(change)) return { ticketId: ticket.id, version: ticket.version };
        const version = await this.writer.apply(actor, ticket, change, tell(TicketChanged, {}));
        return { ticketId: ticket.id, version };
      }),
    );
  }

  /** Who cannot see the new team's tickets does not keep this one. */
  private async handOver(actor: Actor, ticket: TicketState, input: Input): Promise<readonly TicketChange[]> {
    if (!input.teamId || input.teamId === ticket.teamId || !ticket.assigneeId) return [];
    if (await this.assignees.mayTake(viewerOf(actor), ticket.assigneeId, input.teamId)) return [];
    return [changeOf('assignee', { assigneeId: null }, 'assignee_changed', ticket.assigneeId, null)];
  }
}

/** The fields that would really change. The same value twice is no conflict. */
function proposalsOf(ticket: TicketState, input: Input): readonly Proposal[] {
  const all: (Proposal & { readonly wanted: boolean })[] = [
    { field: 'subject', yours: input.subject, theirs: ticket.subject, wanted: input.subject != null },
    { field: 'priority', yours: input.priority && wireName(input.priority), theirs: wireName(ticket.priority), wanted: input.priority != null },
    { field: 'team', yours: input.teamId, theirs: ticket.teamId, names: 'team', wanted: input.teamId != null },
    { field: 'language', yours: input.language, theirs: ticket.language, wanted: input.language != null },
    { field: 'orderNumber', yours: input.orderNumber, theirs: ticket.orderNumber, wanted: input.orderNumber !== undefined },
    { field: 'status', yours: input.status && wireName(input.status), theirs: wireName(ticket.status), wanted: input.status != null },
  ];
  const later = input.status === 'snoozed' && ticket.snoozeUntil !== null && Date.parse(ticket.snoozeUntil) !== input.snoozeUntil?.getTime();
  return all.filter((p) => p.wanted && (p.yours !== p.theirs || (p.field === 'status' && later)));
}

function plainChange({ field, yours, theirs }: Proposal, input: Input): TicketChange {
  switch (field) {
    case 'subject':
      return changeOf('subject', { subject: input.subject! }, 'subject_changed', theirs, yours);
    case 'priority':
      return changeOf('priority', { priority: input.priority! }, 'priority_changed', theirs, yours);
    case 'team':
      return changeOf('team', { teamId: input.teamId! }, 'team_changed', theirs, yours);
    case 'language':
      return changeOf('language', { language: input.language! }, 'language_changed', theirs, yours);
    default:
      return changeOf('orderNumber', { orderNumber: input.orderNumber ?? null }, 'order_number_changed', theirs, yours);
  }
}
