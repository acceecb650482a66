import { Module } from '@nestjs/common';
import { StaffModule } from '@kaiku/staff';
import { TicketsModule } from '@kaiku/tickets';
import { MailCatcher } from './catcher/mail-catcher';
import { ConversationsModule } from './conversations.module';
import { ConversationCommandsResolver } from './graphql/conversation.commands.resolver';
import { EntryMessageResolver, TicketRecipientsResolver } from './graphql/conversation.fields.resolver';
import { ConversationQueriesResolver } from './graphql/conversation.queries.resolver';
import { DevMailController } from './http/dev-mail.controller';
import { FilesController } from './http/files.controller';
import { RawMailController } from './http/raw-mail.controller';
import { FormController } from './public/form.controller';
import { StatusController } from './public/status.controller';

/** GraphQL and the HTTP doors of conversations. */
@Module({
  imports: [ConversationsModule, StaffModule, TicketsModule],
  controllers: [FilesController, RawMailController, DevMailController, FormController, StatusController],
  providers: [MailCatcher, ConversationCommandsResolver, ConversationQueriesResolver, EntryMessageResolver, TicketRecipientsResolver],
  exports: [MailCatcher],
})
export class ConversationsApiModule {}
