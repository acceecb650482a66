import { Injectable } from '@nestjs/common';
import { Clock, id, LIMITS, parseInput, viewerOf, type StaffActor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { AttachmentNotFound } from '../conversations.problems';
import { DraftRepository, type DraftRow } from '../drafts/draft.repository';
import { AttachmentQueries } from '../files/attachment.queries';
import { TicketDoor } from '../inbound/ticket-door';

export const SaveDraftInput = z.object({
  ticketId: id,
  mode: z.enum(['reply', 'note']),
  // What has been typed is kept as it is: no trimming, and nothing but what cannot be stored is refused.
  text: z.string().max(LIMITS.entry.body, { message: 'too_long' }).refine((s) => !s.includes('\0'), { message: 'nul' }).refine((s) => s.isWellFormed(), { message: 'malformed_unicode' }),
  baseRevision: z.number().int().min(0),
  attachmentIds: z.array(id).max(LIMITS.mail.attachments).nullish(),
});

/** Keeps what its author is typing. The newer writing wins; the console keeps the older one beside it. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftRepository,
    private readonly tickets: TicketDoor,
    private readonly attachments: AttachmentQueries,
    private readonly clock: Clock,
  ) {}

  run(actor: StaffActor, raw: unknown): Promise<DraftRow> {
    const input = parseInput(SaveDraftInput, raw);
    const attachmentIds = [...new Set(input.attachmentIds ?? [])];
    return this.database.transaction(async () => {
      await this.tickets.assertVisible(viewerOf(actor), input.ticketId);
      // Only files of one's own that hang nowhere yet: an id alone is no right to a file.
      const files = await this.attachments.byIds(viewerOf(actor), attachmentIds);
      if (attachmentIds.some((one) => files.get(one)?.entryId !== null)) throw new AttachmentNotFound();
      return this.drafts.save(actor.id, { ...input, attachmentIds }, this.clock.now());
    });
  }
}
