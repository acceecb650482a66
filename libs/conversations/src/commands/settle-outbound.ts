import { Injectable } from '@nestjs/common';
import { Clock, type Actor } from '@kaiku/kernel';
import { Database, FenceLost } from '@kaiku/platform';
import { TicketDoor } from '../inbound/ticket-door';
import type { Next } from '../outbound/outbound.rules';
import { OutboundRepository, type OutboundRow } from '../outbound/outbound.repository';
import { OutboundChanged } from './outbound-changed';

/** Writes down what an attempt came to. A reply that failed comes back to its author: it is void, and the ticket is open again. */
@Injectable()
export class SettleOutbound {
  constructor(
    private readonly database: Database,
    private readonly outbound: OutboundRepository,
    private readonly tickets: TicketDoor,
    private readonly changed: OutboundChanged,
    private readonly clock: Clock,
  ) {}

  /** False when another sender has taken the message over: nothing was written. */
  async run(actor: Actor, row: OutboundRow, next: Next): Promise<boolean> {
    try {
      await this.database.transaction(() => this.settle(actor, row, next));
      return true;
    } catch (error) {
      if (error instanceof FenceLost) return false;
      throw error;
    }
  }

  private async settle(actor: Actor, row: OutboundRow, next: Next): Promise<void> {
    // The ticket is locked before the message, here as everywhere; a fence that was lost undoes the voiding too.
    if (next.state === 'failed' && row.kind === 'reply' && row.entryId) await this.tickets.voidReply(actor, row.ticketId, row.entryId, 'failed');
    if (row.kind === 'acknowledgement' && next.state === 'sent') await this.tickets.tellClocks(actor, row.ticketId, { type: 'ack', at: this.clock.now(), entryId: row.id, automatic: true });
    if (!(await this.outbound.finish(row, next, this.clock.now()))) throw new FenceLost();
    await this.changed.run(actor, row.ticketId);
  }
}
