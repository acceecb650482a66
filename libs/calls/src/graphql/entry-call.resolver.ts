import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentScope, type RequestScope } from '@kaiku/platform';
import { TicketEntryModel } from '@kaiku/tickets';
import type { CallView } from '../call.queries';
import { CallByEntry } from './call.loaders';
import { CallModel } from './call.models';

/** What calls add to a timeline entry: the higher library adds the field. */
@Resolver(() => TicketEntryModel)
export class EntryCallResolver {
  @ResolveField(() => CallModel, { name: 'call', nullable: true })
  async ofEntry(@Parent() entry: TicketEntryModel, @CurrentScope() scope: RequestScope): Promise<CallView | null> {
    return entry.kind === 'call' ? CallByEntry(scope, entry.id) : null;
  }
}
