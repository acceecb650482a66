import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@kaiku/kernel';
import { Allow, CommandMutation, CurrentActor, CurrentScope, type RequestScope } from '@kaiku/platform';
import { AddNote } from '../commands/add-note';
import { AssignTicket } from '../commands/assign-ticket';
import { ChangeTicketKind } from '../commands/change-ticket-kind';
import { LinkCustomer } from '../commands/link-customer';
import { MarkTicketSeen } from '../commands/mark-ticket-seen';
import { OpenTicket } from '../commands/open-ticket';
import { ReopenTicket } from '../commands/reopen-ticket';
import { SolveTicket } from '../commands/solve-ticket';
import { TagTicket } from '../commands/tag-ticket';
import { UpdateTicket } from '../commands/update-ticket';
import { EntryQueries } from '../entry.queries';
import { TICKET } from '../tickets.permissions';
import { TicketNotFound } from '../tickets.problems';
import { TicketAnswers } from './ticket-answers';
import { TicketEntryModel } from './entry.models';
import { AddNoteArgs, AssignTicketArgs, ChangeTicketKindArgs, LinkCustomerArgs, OpenTicketArgs, ReopenTicketArgs, SolveTicketArgs, TagTicketArgs, UpdateTicketArgs } from './ticket.inputs';
import { TicketModel } from './ticket.models';
import { AddNoteResult, AssignTicketResult, ChangeTicketKindResult, LinkCustomerResult, OpenTicketResult, ReopenTicketResult, SolveTicketResult, TagTicketResult, UpdateTicketResult } from './ticket.results';

@Resolver(() => TicketModel)
export class TicketCommandsResolver {
  constructor(
    private readonly answers: TicketAnswers,
    private readonly opening: OpenTicket,
    private readonly kind: ChangeTicketKind,
    private readonly updating: UpdateTicket,
    private readonly assigning: AssignTicket,
    private readonly tagging: TagTicket,
    private readonly linking: LinkCustomer,
    private readonly noting: AddNote,
    private readonly solving: SolveTicket,
    private readonly reopening: ReopenTicket,
    private readonly seeing: MarkTicketSeen,
    private readonly entries: EntryQueries,
  ) {}

  @CommandMutation(OpenTicketResult)
  @Allow(TICKET.open)
  openTicket(@CurrentScope() scope: RequestScope, @Args('input') input: OpenTicketArgs): Promise<TicketModel> {
    return this.answers.ticket(scope, this.opening.run(scope.actor, input));
  }

  @CommandMutation(ChangeTicketKindResult)
  @Allow(TICKET.work)
  changeTicketKind(@CurrentScope() scope: RequestScope, @Args('input') input: ChangeTicketKindArgs): Promise<TicketModel> {
    return this.answers.ticket(scope, this.kind.run(scope.actor, input));
  }

  @CommandMutation(UpdateTicketResult)
  @Allow(TICKET.work)
  updateTicket(@CurrentScope() scope: RequestScope, @Args('input') input: UpdateTicketArgs): Promise<TicketModel> {
    return this.answers.ticket(scope, this.updating.run(scope.actor, input));
  }

  @CommandMutation(AssignTicketResult)
  @Allow(TICKET.work)
  assignTicket(@CurrentScope() scope: RequestScope, @Args('input') input: AssignTicketArgs): Promise<TicketModel> {
    return this.answers.ticket(scope, this.assigning.run(scope.actor, input));
  }

  @CommandMutation(TagTicketResult)
  @Allow(TICKET.work)
  tagTicket(@CurrentScope() scope: RequestScope, @Args('input') input: TagTicketArgs): Promise<TicketModel> {
    return this.answers.ticket(scope, this.tagging.run(scope.actor, input));
  }

  @CommandMutation(LinkCustomerResult)
  @Allow(TICKET.work)
  linkCustomer(@CurrentScope() scope: RequestScope, @Args('input') input: LinkCustomerArgs): Promise<TicketModel> {
    return this.answers.ticket(scope, this.linking.run(scope.actor, input));
  }

  @CommandMutation(SolveTicketResult)
  @Allow(TICKET.work)
  solveTicket(@CurrentScope() scope: RequestScope, @Args('input') input: SolveTicketArgs): Promise<TicketModel> {
    return this.answers.ticket(scope, this.solving.run(scope.actor, input));
  }

  @CommandMutation(ReopenTicketResult)
  @Allow(TICKET.work)
  reopenTicket(@CurrentScope() scope: RequestScope, @Args('input') input: ReopenTicketArgs): Promise<TicketModel> {
    return this.answers.ticket(scope, this.reopening.run(scope.actor, input));
  }

  @CommandMutation(AddNoteResult, 'For colleagues only: it can never reach the customer.')
  @Allow(TICKET.work)
  async addNote(@CurrentScope() scope: RequestScope, @Args('input') input: AddNoteArgs): Promise<TicketEntryModel> {
    const { entryId } = await this.noting.run(scope.actor, input);
    const entry = (await this.entries.byIds(scope.viewer, [entryId], true)).get(entryId);
    if (!entry) throw new TicketNotFound();
    return TicketEntryModel.of(entry);
  }

  @Mutation(() => Boolean, { description: 'Remembers how far the reader has read. False when there is no such entry.' })
  @Allow(TICKET.view)
  markTicketSeen(@CurrentActor() actor: Actor, @Args('ticketId', { type: () => ID }) ticketId: string, @Args('entryId', { type: () => ID }) entryId: string): Promise<boolean> {
    return this.seeing.run(actor, { ticketId, entryId });
  }
}
