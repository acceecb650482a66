import { Injectable } from '@nestjs/common';
import { isId, type StaffActor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { DraftRepository, type DraftMode } from '../drafts/draft.repository';

/** Throws one's own draft away. Doing it twice, or with nothing there, is no error. */
@Injectable()
export class DiscardDraft {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftRepository,
  ) {}

  async run(actor: StaffActor, ticketId: string, mode: DraftMode): Promise<void> {
    if (isId(ticketId)) await this.database.transaction(() => this.drafts.remove(ticketId, actor.id, mode));
  }
}
