import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { pageRequest, type Page, type Viewer } from '@kaiku/kernel';
import { Allow, CurrentScope, CurrentViewer, type RequestScope } from '@kaiku/platform';
import { ConversationPermission } from '../conversations.permissions';
import { DraftQueries } from '../drafts/draft.queries';
import type { DraftRow } from '../drafts/draft.repository';
import { QuarantineQueries, type QuarantinedMail } from '../quarantine.queries';
import { attachmentView } from '../files/attachment.view';
import { AttachmentById } from './conversation.loaders';
import { AttachmentModel, DraftModeEnum, DraftModel, QuarantinedMailConnectionModel } from './conversation.models';

@Resolver(() => DraftModel)
export class ConversationQueriesResolver {
  constructor(
    private readonly draftQueries: DraftQueries,
    private readonly quarantine: QuarantineQueries,
  ) {}

  @Query(() => [DraftModel])
  @Allow('ticket.reply')
  drafts(@CurrentViewer() viewer: Viewer): Promise<readonly DraftRow[]> {
    return this.draftQueries.own(viewer);
  }

  @Query(() => DraftModel, { nullable: true })
  @Allow('ticket.reply')
  draft(@CurrentViewer() viewer: Viewer, @Args('ticketId', { type: () => ID }) ticketId: string, @Args('mode', { type: () => DraftModeEnum }) mode: 'reply' | 'note'): Promise<DraftRow | null> {
    return this.draftQueries.one(viewer, ticketId, mode);
  }

  @Query(() => QuarantinedMailConnectionModel)
  @Allow(ConversationPermission.quarantine)
  quarantinedMails(@CurrentViewer() viewer: Viewer, @Args('first', { type: () => Int, defaultValue: 50 }) first: number, @Args('after', { nullable: true }) after?: string): Promise<Page<QuarantinedMail>> {
    return this.quarantine.page(viewer, pageRequest(first, after));
  }

  @ResolveField('attachments', () => [AttachmentModel])
  async attachments(@Parent() draft: DraftRow, @CurrentScope() scope: RequestScope): Promise<AttachmentModel[]> {
    const rows = await Promise.all(draft.attachmentIds.map((id) => AttachmentById(scope, id)));
    return rows.filter((r) => r !== null).map(attachmentView);
  }
}
