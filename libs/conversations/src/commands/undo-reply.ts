import { Injectable } from '@nestjs/common';
import { Clock, isId, viewerOf, type StaffActor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { ReplyNotFound, ReplyTooLateToUndo } from '../conversations.problems';
import { DraftRepository, type DraftRow } from '../drafts/draft.repository';
import { AttachmentRepository } from '../files/attachment.repository';
import { TicketDoor } from '../inbound/ticket-door';
import { OutboundRepository } from '../outbound/outbound.repository';
import { OutboundChanged } from './outbound-changed';

/** Takes one's own reply back within its window: nothing is sent, the reply is void, and the words and files are a draft again. */
@Injectable()
export class UndoReply {
  constructor(
    private readonly database: Database,
    private readonly outbound: OutboundRepository,
    private readonly tickets: TicketDoor,
    private readonly drafts: DraftRepository,
    private readonly attachments: AttachmentRepository,
    private readonly changed: OutboundChanged,
    private readonly clock: Clock,
  ) {}

  run(actor: StaffActor, entryId: string): Promise<DraftRow> {
    return this.database.transaction(async () => {
      const entry = isId(entryId) ? await this.tickets.replyEntry(viewerOf(actor), entryId) : null;
      const row = entry?.author?.id === actor.id ? await this.outbound.byEntry(entryId) : null;
      if (!entry || !row) throw new ReplyNotFound();
      const { ticketId } = entry;
      const now = this.clock.now();
      // Ticket first, then message: the order of locks. Too late undoes the voiding.
      await this.tickets.voidReply(actor, ticketId, entryId, 'undone');
      if (!(await this.outbound.undo(row.id, now))) throw new ReplyTooLateToUndo();
      await this.attachments.release(entryId);
      await this.changed.run(actor, ticketId);
      return this.drafts.save(actor.id, { ticketId, mode: 'reply', text: row.content.text, attachmentIds: row.content.attachmentIds }, now);
    });
  }
}
