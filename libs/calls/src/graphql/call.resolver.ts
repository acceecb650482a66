import { Args, Query, Resolver } from '@nestjs/graphql';
import { IdempotencyKeyReused, type Viewer } from '@kaiku/kernel';
import { CustomerModel, CustomerNotFound } from '@kaiku/customers';
import { Allow, CommandMutation, CurrentScope, CurrentViewer, resultOf, type RequestScope } from '@kaiku/platform';
import { EntryQueries, TicketEntryModel, TicketModel, TicketNotFound, TicketQueries } from '@kaiku/tickets';
import { CallerMatches } from '../caller-matches';
import { CallQueries } from '../call.queries';
import { CALL } from '../calls.permissions';
import { CallNumberInvalid } from '../calls.problems';
import { LogCall } from '../commands/log-call';
import { LogCallArgs } from './call.inputs';
import { CallerMatchesModel, CallModel, LoggedCallModel } from './call.models';

export const LogCallResult = resultOf('LogCallResult', LoggedCallModel, [CallNumberInvalid, TicketNotFound, CustomerNotFound, IdempotencyKeyReused]);

@Resolver(() => CallModel)
export class CallResolver {
  constructor(
    private readonly logging: LogCall,
    private readonly callers: CallerMatches,
    private readonly calls: CallQueries,
    private readonly tickets: TicketQueries,
    private readonly entries: EntryQueries,
  ) {}

  @Query(() => CallerMatchesModel, { description: 'Who a caller may be: by the whole number, its last seven digits, or a name.' })
  @Allow(CALL.log)
  async callerMatches(@CurrentViewer() viewer: Viewer, @Args('number', { type: () => String }) number: string): Promise<CallerMatchesModel> {
    const { normalised, matches } = await this.callers.find(viewer, number);
    return { normalised, matches: matches.map((match) => ({ ...match, customer: CustomerModel.of(match.customer) })) };
  }

  @CommandMutation(LogCallResult, 'Writes down a call: on a ticket, or as a ticket of its own; a wrong number has none.')
  @Allow(CALL.log)
  async logCall(@CurrentScope() scope: RequestScope, @Args('input') input: LogCallArgs): Promise<LoggedCallModel> {
    const { callId, ticketId, entryId } = await this.logging.run(scope.actor, input);
    const call = (await this.calls.byIds(scope.viewer, [callId])).get(callId);
    if (!call) throw new TicketNotFound();
    const ticket = ticketId ? await this.tickets.actedOn(scope.viewer, ticketId) : null;
    const entry = entryId ? (await this.entries.byIds(scope.viewer, [entryId], true)).get(entryId) : null;
    return { call, ticket: ticket && TicketModel.of(ticket), entry: entry ? TicketEntryModel.of(entry) : null };
  }
}
