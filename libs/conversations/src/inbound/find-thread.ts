import { Injectable } from '@nestjs/common';
import { system, viewerOf } from '@kaiku/kernel';
import type { ProcessedMail } from '../mail';
import { MailSecrets } from '../mail-secrets';
import { MessageRepository } from '../message.repository';
import { SenderQueries } from './sender.queries';
import { decideThreading, type Candidate, type Pointer, type Threading } from './threading.rules';

const VIEWER = viewerOf(system('intake'));

/** Collects what in a mail points at tickets, and asks the rule. */
@Injectable()
export class FindThread {
  constructor(
    private readonly messages: MessageRepository,
    private readonly senders: SenderQueries,
    private readonly secrets: MailSecrets,
  ) {}

  async run(mail: ProcessedMail, envelopeTo: readonly string[], sender: string | null): Promise<Threading> {
    const pointers = new Map<string, Pointer>();
    const point = (ticketId: string | null | undefined, by: Pointer) => {
      if (ticketId && !pointers.has(ticketId)) pointers.set(ticketId, by);
    };
    for (const address of [...envelopeTo, ...mail.to.map((a) => a.address), ...mail.deliveredTo]) point(this.secrets.ticketIdOf(address), 'reply_token');
    const ids = [...new Set([mail.inReplyTo, ...[...mail.references].reverse()].filter((id): id is string => id !== null))];
    for (const id of ids) {
      const outboundId = this.secrets.outboundIdOf(id);
      if (outboundId) point(await this.messages.ticketOfOutbound(outboundId), 'signed_id');
    }
    const known = await this.messages.ticketsOf(ids);
    for (const id of ids) point(known.get(id), 'known_id');
    if (mail.subject.ticketNumber !== null) point(await this.senders.ticketByNumber(VIEWER, mail.subject.ticketNumber), 'subject_number');
    const senderIsStaff = sender !== null && (await this.senders.isStaff(VIEWER, sender));
    const candidates: Candidate[] = [];
    for (const [ticketId, by] of pointers) {
      candidates.push({ ticketId, by, senderTakesPart: sender !== null && (await this.messages.isParticipant(ticketId, sender)), senderIsStaff });
    }
    return decideThreading(candidates);
  }
}
