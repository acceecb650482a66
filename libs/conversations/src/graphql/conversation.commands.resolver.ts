import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { IdempotencyKeyReused, viewerOf, type StaffActor } from '@kaiku/kernel';
import { Allow, CommandMutation, CurrentActor, problemField, resultOf } from '@kaiku/platform';
import { TicketEntryModel, TicketNotFound, EntryQueries } from '@kaiku/tickets';
import { DiscardDraft } from '../commands/discard-draft';
import { ResendReply } from '../commands/resend-reply';
import { RetryQuarantinedMail } from '../commands/retry-quarantined-mail';
import { SaveDraft } from '../commands/save-draft';
import { SendReply } from '../commands/send-reply';
import { UndoReply } from '../commands/undo-reply';
import { ConversationPermission } from '../conversations.permissions';
import { TicketStale, AttachmentNotFound, QuarantinedMailNotFound, RecipientNotAllowed, ReplyNotFound, ReplyTooLateToUndo } from '../conversations.problems';
import { QuarantineQueries } from '../quarantine.queries';
import { SaveDraftInputModel, SendReplyInputModel } from './conversation.inputs';
import { DraftModeEnum, DraftModel, QuarantinedMailModel } from './conversation.models';

problemField(TicketStale, 'newer', () => [TicketEntryModel]);

const SendReplyResult = resultOf('SendReplyResult', TicketEntryModel, [TicketNotFound, TicketStale, RecipientNotAllowed, AttachmentNotFound, IdempotencyKeyReused]);
const UndoReplyResult = resultOf('UndoReplyResult', DraftModel, [ReplyTooLateToUndo, ReplyNotFound]);
const ResendReplyResult = resultOf('ResendReplyResult', TicketEntryModel, [ReplyNotFound]);
const SaveDraftResult = resultOf('SaveDraftResult', DraftModel, [TicketNotFound, AttachmentNotFound]);
const RetryQuarantinedMailResult = resultOf('RetryQuarantinedMailResult', QuarantinedMailModel, [QuarantinedMailNotFound]);

@Resolver()
export class ConversationCommandsResolver {
  constructor(
    private readonly sendReplyCommand: SendReply,
    private readonly undo: UndoReply,
    private readonly resend: ResendReply,
    private readonly save: SaveDraft,
    private readonly discard: DiscardDraft,
    private readonly retry: RetryQuarantinedMail,
    private readonly entries: EntryQueries,
    private readonly quarantine: QuarantineQueries,
  ) {}

  @CommandMutation(SendReplyResult, 'Answers the customer by mail; it can be taken back until its undo window is over.')
  @Allow('ticket.reply')
  async sendReply(@CurrentActor() actor: StaffActor, @Args('input') input: SendReplyInputModel): Promise<unknown> {
    return this.entry(actor, await this.sendReplyCommand.run(actor, input));
  }

  @CommandMutation(UndoReplyResult)
  @Allow('ticket.reply')
  undoReply(@CurrentActor() actor: StaffActor, @Args('entryId', { type: () => ID }) entryId: string): Promise<unknown> {
    return this.undo.run(actor, entryId);
  }

  @CommandMutation(ResendReplyResult)
  @Allow('ticket.reply')
  async resendReply(@CurrentActor() actor: StaffActor, @Args('entryId', { type: () => ID }) entryId: string): Promise<unknown> {
    return this.entry(actor, await this.resend.run(actor, entryId));
  }

  @CommandMutation(SaveDraftResult)
  @Allow('ticket.reply')
  saveDraft(@CurrentActor() actor: StaffActor, @Args('input') input: SaveDraftInputModel): Promise<unknown> {
    return this.save.run(actor, input);
  }

  @Mutation(() => Boolean)
  @Allow('ticket.reply')
  async discardDraft(@CurrentActor() actor: StaffActor, @Args('ticketId', { type: () => ID }) ticketId: string, @Args('mode', { type: () => DraftModeEnum }) mode: 'reply' | 'note'): Promise<boolean> {
    await this.discard.run(actor, ticketId, mode);
    return true;
  }

  @CommandMutation(RetryQuarantinedMailResult)
  @Allow(ConversationPermission.quarantine)
  async retryQuarantinedMail(@CurrentActor() actor: StaffActor, @Args('id', { type: () => ID }) id: string): Promise<unknown> {
    const before = await this.quarantine.one(viewerOf(actor), id);
    await this.retry.run(actor, id);
    return before;
  }

  private async entry(actor: StaffActor, entryId: string): Promise<unknown> {
    return (await this.entries.byIds(viewerOf(actor), [entryId], true)).get(entryId);
  }
}
