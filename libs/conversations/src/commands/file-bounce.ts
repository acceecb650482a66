import { Injectable } from '@nestjs/common';
import { Clock, type Actor } from '@kaiku/kernel';
import { DeliveryNewsTakers } from '@kaiku/platform';
import { TicketDoor } from '../inbound/ticket-door';
import type { ProcessedMail } from '../mail';
import { MailSecrets } from '../mail-secrets';
import { OutboundRepository } from '../outbound/outbound.repository';
import { OutboundChanged } from './outbound-changed';

/**
 * Matches a bounce to the message it returns, by our own signed Message-ID only, so that nobody can void a reply with a forged one.
 * The message stands as bounced, its reply is void and the ticket is open again.
 */
@Injectable()
export class FileBounce {
  constructor(
    private readonly outbound: OutboundRepository,
    private readonly tickets: TicketDoor,
    private readonly secrets: MailSecrets,
    private readonly changed: OutboundChanged,
    private readonly clock: Clock,
    private readonly takers: DeliveryNewsTakers,
  ) {}

  /**
   * @param reportedTo envelope recipients of the report
   * @returns the entry of the message that bounced (null for a mail of another library), or null when it is not of a mail of ours or not final
   */
  async run(actor: Actor, mail: ProcessedMail, reportedTo: readonly string[] = []): Promise<{ entryId: string | null } | null> {
    const report = mail.machine.delivery;
    const outboundId = report?.originalMessageId ? this.secrets.outboundIdOf(report.originalMessageId) : null;
    if (report && !outboundId) return (await this.takers.take({ originalMessageId: report.originalMessageId, to: reportedTo, status: report.status, action: report.action })) ? { entryId: null } : null;
    if (!report || !outboundId || report.action !== 'failed') return null;
    const row = await this.outbound.get(outboundId);
    if (!row || row.state === 'undone') return null;
    const code = report.status ?? '5.0.0';
    const to = row.recipients.filter((r) => report.recipient === null || r.address.toLowerCase() === report.recipient.toLowerCase());
    const bounced = (to.length > 0 ? to : row.recipients).map((r) => r.address);
    // Ticket first, then message: the order of locks.
    if (row.kind === 'reply' && row.entryId) await this.tickets.voidReply(actor, row.ticketId, row.entryId, 'bounced');
    if (row.kind === 'acknowledgement') await this.tickets.tellClocks(actor, row.ticketId, { type: 'void', at: this.clock.now(), entryId: row.id });
    await this.outbound.bounce(row.id, row.recipients.map((r) => (bounced.includes(r.address) ? { ...r, outcome: 'bounced', code } : r)), code);
    await this.changed.run(actor, row.ticketId);
    return { entryId: row.entryId };
  }
}
