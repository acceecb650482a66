import { Injectable } from '@nestjs/common';
import { Clock, isId, viewerOf, type StaffActor } from '@kaiku/kernel';
import { Database, Outbox } from '@kaiku/platform';
import { MessageQueued } from '../conversations.events';
import { ReplyNotFound } from '../conversations.problems';
import { TicketDoor } from '../inbound/ticket-door';
import { OutboundRepository } from '../outbound/outbound.repository';
import { OutboundChanged } from './outbound-changed';

/** Sends a failed, bounced or unknown reply again: same Message-ID, only to those who have not got it. */
@Injectable()
export class ResendReply {
  constructor(
    private readonly database: Database,
    private readonly outbound: OutboundRepository,
    private readonly tickets: TicketDoor,
    private readonly changed: OutboundChanged,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @returns id of the reply's entry */
  run(actor: StaffActor, entryId: string): Promise<string> {
    return this.database.transaction(async () => {
      const entry = isId(entryId) ? await this.tickets.replyEntry(viewerOf(actor), entryId) : null;
      const row = entry && (await this.outbound.byEntry(entryId));
      const now = this.clock.now();
      if (!entry || !row) throw new ReplyNotFound();
      const { ticketId } = entry;
      const again = row.recipients.map(({ name, address, role, outcome }) => ({ name, address, role, ...(outcome === 'sent' ? { outcome } : {}) }));
      await this.tickets.restoreReply(actor, ticketId, entryId);
      if (!(await this.outbound.requeue(row.id, again, now))) throw new ReplyNotFound();
      await this.changed.run(actor, ticketId);
      await this.outbox.publish(MessageQueued, { outboundId: row.id, releaseAt: now.toISOString() });
      return entryId;
    });
  }
}
