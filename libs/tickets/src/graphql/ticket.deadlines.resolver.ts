import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock } from '@kaiku/kernel';
import {
  DEADLINE, DeadlineClosed, DeadlineEventModel, DeadlineExplanationModel, DeadlineModel, DeadlineNotFound, DeadlineQueries, DeadlinesOfSubject, deadlineView, DueAfterLegal, PolicyBook, shownName, type DeadlineView,
} from '@kaiku/deadlines';
import { Allow, CommandMutation, CurrentScope, resultOf, type RequestScope } from '@kaiku/platform';
import { StaffById, StaffMemberModel, type StaffRow } from '@kaiku/staff';
import { FixDeadline } from '../commands/fix-deadline';
import { WaiveReply } from '../commands/waive-reply';
import { TicketQueries } from '../ticket.queries';
import { TicketTiers } from '../ticket-tiers';
import { isOpen } from '../ticket.words';
import { TICKET } from '../tickets.permissions';
import { NoReplyAwaited, TicketConflict, TicketNotFound } from '../tickets.problems';
import { TicketAnswers } from './ticket-answers';
import { FixDeadlineArgs, WaiveReplyArgs } from './ticket.inputs';
import { TicketModel } from './ticket.models';
import './ticket.results';

export const FixDeadlineResult = resultOf('FixDeadlineResult', TicketModel, [DeadlineNotFound, DeadlineClosed, DueAfterLegal, TicketConflict]);
export const WaiveReplyResult = resultOf('WaiveReplyResult', TicketModel, [TicketNotFound, TicketConflict, NoReplyAwaited]);

/** What is promised on a ticket, by when, and how that was counted. */
@Resolver(() => TicketModel)
export class TicketDeadlinesResolver {
  constructor(
    private readonly book: PolicyBook,
    private readonly clock: Clock,
    private readonly deadlines: DeadlineQueries,
    private readonly tickets: TicketQueries,
    private readonly answers: TicketAnswers,
    private readonly fixing: FixDeadline,
    private readonly waiving: WaiveReply,
    private readonly tiers: TicketTiers,
  ) {}

  @ResolveField(() => [DeadlineModel], { name: 'deadlines', description: 'Every clock the ticket has had, oldest first.' })
  async ofTicket(@Parent() ticket: TicketModel, @CurrentScope() scope: RequestScope): Promise<readonly DeadlineView[]> {
    if (!ticket.deadlineFacts) return (await DeadlinesOfSubject(scope, ticket.id)) ?? [];
    const [sheet, now] = [await this.book.sheet(), this.clock.now().getTime()];
    return ticket.deadlineFacts.map((facts) => deadlineView(facts, sheet, now));
  }

  @ResolveField(() => DeadlineModel, { nullable: true, description: 'The running clock that is due first.' })
  async nextDeadline(@Parent() ticket: TicketModel): Promise<DeadlineView | null> {
    return ticket.nextDeadlineFacts && deadlineView(ticket.nextDeadlineFacts, await this.book.sheet(), this.clock.now().getTime());
  }

  @ResolveField(() => Boolean, { description: 'An open ticket to which no policy promises anything.' })
  async noPolicy(@Parent() ticket: TicketModel): Promise<boolean> {
    if (!isOpen(ticket.status) || ticket.nextDeadlineFacts) return false;
    const tierOf = await this.tiers.of(ticket.customerId);
    return (await this.book.sheet()).policyFor({ ...ticket, customerTier: tierOf(ticket.customerId) }) === null;
  }

  @Query(() => DeadlineExplanationModel, { nullable: true, description: 'How a deadline was counted. Null: there is none, or its ticket is not the reader\'s to see.' })
  @Allow(TICKET.view)
  async explainDeadline(@CurrentScope() { viewer, locale }: RequestScope, @Args('id', { type: () => ID }) id: string): Promise<unknown> {
    const found = await this.deadlines.explain(viewer, id);
    if (!found || (await this.tickets.refs(viewer, [found.deadline.subjectId])).size === 0) return null;
    const shown = (name: string | null): string | null => name && shownName(locale, name);
    return { ...found, policyName: shown(found.policyName), calendarName: shown(found.calendarName), slices: found.slices.map((slice) => ({ ...slice, calendarName: shown(slice.calendarName) })) };
  }

  @CommandMutation(FixDeadlineResult, 'Sets a due time by hand; nothing moves it afterwards.')
  @Allow(DEADLINE.fix)
  fixDeadline(@CurrentScope() scope: RequestScope, @Args('input') input: FixDeadlineArgs): Promise<TicketModel> {
    return this.answers.ticket(scope, this.fixing.run(scope.actor, input));
  }

  @CommandMutation(WaiveReplyResult, 'The customer\'s last words need no reply.')
  @Allow(DEADLINE.waive)
  waiveReply(@CurrentScope() scope: RequestScope, @Args('input') input: WaiveReplyArgs): Promise<TicketModel> {
    return this.answers.ticket(scope, this.waiving.run(scope.actor, input));
  }
}

@Resolver(() => DeadlineEventModel)
export class DeadlineEventResolver {
  @ResolveField(() => StaffMemberModel, { nullable: true })
  async actor(@Parent() event: DeadlineEventModel, @CurrentScope() scope: RequestScope): Promise<StaffRow | null> {
    return event.actorId ? StaffById(scope, event.actorId) : null;
  }
}
