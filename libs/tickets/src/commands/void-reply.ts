import { Injectable } from '@nestjs/common';
import { Clock, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { EntryRepository, type ReplyState } from '../entry.repository';
import { TicketRepository } from '../ticket.repository';
import { decideVoiding, visible } from '../ticket.rules';
import type { TicketState } from '../ticket.state';
import { wireName, type TicketStatus } from '../ticket.words';
import { TicketWriter, tell } from '../ticket.writer';
import { TicketChanged } from '../tickets.events';

export interface VoidReplyInput {
  readonly ticketId: string;
  readonly entryId: string;
  readonly why: 'undone' | 'bounced' | 'failed';
}

/**
 * A reply was taken back or did not arrive: it does not count as an answer, and the status it brought goes back. Inside the caller's
 * transaction. @returns false when the entry is no standing human reply of the ticket: voiding twice does nothing.
 */
@Injectable()
export class VoidReply {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly entries: EntryRepository,
    private readonly writer: TicketWriter,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { ticketId, entryId, why }: VoidReplyInput): Promise<boolean> {
    return this.database.transaction(async () => {
      const ticket = visible(actor, await this.tickets.lock(ticketId));
      const reply = await this.entries.reply(ticketId, entryId);
      if (!reply?.isHumanReply || reply.voided) return false;
      const another = await this.entries.anotherReplyStands(ticketId, entryId);
      const change = decideVoiding(ticket, another, statusBefore(ticket, reply), why, this.clock.now());
      const note = { code: 'reply_voided', params: { entryId, why }, aboutEntryId: entryId };
      await this.writer.apply(actor, ticket, { ...change, notes: [note, ...change.notes] }, tell(TicketChanged, {}));
      return true;
    });
  }
}

/** What the status was before the reply changed it, unless somebody has changed it since. */
function statusBefore(ticket: TicketState, { statusChange }: ReplyState): TicketStatus | null {
  if (!statusChange || statusChange.params.to !== wireName(ticket.status) || ticket.fieldVersions.status?.version !== statusChange.version) return null;
  return statusChange.params.from.toLowerCase() as TicketStatus;
}
