import { Module } from '@nestjs/common';
import { MailCatcher } from './catcher/mail-catcher';
import { ConversationsModule } from './conversations.module';
import { ConversationCommandsResolver } from './graphql/conversation.commands.resolver';
import { EntryMessageResolver, MessageAttachmentsResolver, TicketRecipientsResolver } from './graphql/conversation.fields.resolver';
import { ConversationQueriesResolver } from './graphql/conversation.queries.resolver';
import { DevMailController } from './http/dev-mail.controller';
import { FilesController } from './http/files.controller';
import { RawMailController } from './http/raw-mail.controller';

/** GraphQL and the HTTP doors of conversations. */
@Module({
  imports: [ConversationsModule],
  controllers: [FilesController, RawMailController, DevMailController],
  providers: [MailCatcher, ConversationCommandsResolver, ConversationQueriesResolver, EntryMessageResolver, MessageAttachmentsResolver, TicketRecipientsResolver],
  exports: [MailCatcher],
})
export class ConversationsApiModule {}
