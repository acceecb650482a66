import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentScope, type RequestScope } from '@kaiku/platform';
import { TicketEntryModel, TicketModel } from '@kaiku/tickets';
import { can } from '@kaiku/kernel';
import { MessageQueries, type MessageView } from '../message.queries';
import { ReplyPartiesQueries } from '../outbound/reply-parties.queries';
import { MessageModel, ReplyRecipientsModel } from './conversation.models';

/** `TicketEntry.message`: the mail behind an entry. */
@Resolver(() => TicketEntryModel)
export class EntryMessageResolver {
  constructor(private readonly messages: MessageQueries) {}

  @ResolveField('message', () => MessageModel, { nullable: true })
  message(@Parent() entry: TicketEntryModel, @CurrentScope() scope: RequestScope): MessageView | null {
    return entry.visibility === 'public' ? this.messages.of(scope.viewer, entry) : null;
  }
}

/** `Ticket.recipients`: whom an answer would go to. */
@Resolver(() => TicketModel)
export class TicketRecipientsResolver {
  constructor(private readonly parties: ReplyPartiesQueries) {}

  @ResolveField('recipients', () => ReplyRecipientsModel)
  async recipients(@Parent() ticket: TicketModel, @CurrentScope() scope: RequestScope): Promise<ReplyRecipientsModel> {
    const { to, from } = await this.parties.of(scope.viewer, ticket);
    const whyNot = !can(scope.viewer, 'ticket.reply') ? 'not_allowed' : !from ? 'no_mailbox' : to.length === 0 ? 'no_address' : null;
    const shown = can(scope.viewer, 'customer.view_contact');
    return { to: to.map((a) => ({ name: a.name, address: shown ? a.address : null })), from, canReply: whyNot === null, whyNot };
  }
}
