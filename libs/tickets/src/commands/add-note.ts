import { Injectable } from '@nestjs/common';
import { Clock, idempotencyKey, LIMITS, parseInput, staffIdOf, text, type Actor } from '@kaiku/kernel';
import { Database, Idempotency } from '@kaiku/platform';
import { z } from 'zod';
import { AppendEntry } from './append-entry';
import { ticketId } from './change-input';

export const AddNoteInput = z.object({ idempotencyKey, ticketId, text: text(LIMITS.entry.body) });

/** Writes a note for colleagues. It is internal by a rule of the database: it can never reach the customer. */
@Injectable()
export class AddNote {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly appendEntry: AppendEntry,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<{ readonly ticketId: string; readonly entryId: string }> {
    const { idempotencyKey: key, ...input } = parseInput(AddNoteInput, raw);
    return this.database.transaction(() =>
      this.idempotency.once(actor, 'addNote', key, input, async () => {
        const entry = { kind: 'note', visibility: 'internal', authorKind: 'agent', authorStaffId: staffIdOf(actor), at: this.clock.now(), body: input.text } as const;
        const added = await this.appendEntry.run(actor, { ticketId: input.ticketId, entry });
        if (added.follows) throw new Error('a note never follows');
        return { ticketId: input.ticketId, entryId: added.entryId };
      }),
    );
  }
}
