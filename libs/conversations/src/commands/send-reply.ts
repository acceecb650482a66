import { Injectable } from '@nestjs/common';
import { Clock, id, idempotencyKey, LIMITS, newId, parseInput, text, viewerOf, type StaffActor } from '@kaiku/kernel';
import { currentTraceId, Database, Idempotency, Outbox } from '@kaiku/platform';
import { z } from 'zod';
import { AttachmentNotFound, RecipientNotAllowed } from '../conversations.problems';
import { MessageQueued } from '../conversations.events';
import { AttachmentRepository } from '../files/attachment.repository';
import { TicketDoor } from '../inbound/ticket-door';
import { validAddress } from '../mail/addresses';
import { MailSecrets } from '../mail-secrets';
import { MailboxQueries } from '../mailbox.queries';
import { MessageRepository } from '../message.repository';
import { domainOf } from '../outbound/mail-composer';
import { OutboundRepository } from '../outbound/outbound.repository';
import { replyHeaders } from '../outbound/reply.rules';
import { ReplyPartiesQueries } from '../outbound/reply-parties.queries';
import { DraftRepository } from '../drafts/draft.repository';
import { KeepStranger } from './keep-stranger';

export const SendReplyInput = z.object({
  idempotencyKey,
  ticketId: id,
  lastSeenEntryId: id.nullish(),
  sendAnyway: z.boolean().nullish(),
  text: text(LIMITS.entry.body),
  cc: z.array(z.string().max(320)).max(20).nullish(),
  attachmentIds: z.array(id).max(LIMITS.mail.attachments).nullish(),
  thenStatus: z.enum(['keep', 'waiting_customer', 'solved']),
});

/**
 * Answers the customer by mail. The reply counts at the click and waits for its author's undo window; it is sent once.
 * Refused as stale when something newer is on the ticket than its author had seen, unless they have seen it and say so.
 */
@Injectable()
export class SendReply {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly tickets: TicketDoor,
    private readonly parties: ReplyPartiesQueries,
    private readonly messages: MessageRepository,
    private readonly mailboxes: MailboxQueries,
    private readonly attachments: AttachmentRepository,
    private readonly outbound: OutboundRepository,
    private readonly drafts: DraftRepository,
    private readonly keep: KeepStranger,
    private readonly secrets: MailSecrets,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @param undoSeconds what its author has chosen, unless told. @returns id of the reply's entry */
  async run(actor: StaffActor, raw: unknown, undoSeconds?: number): Promise<string> {
    const input = parseInput(SendReplyInput, raw);
    const cc = [...new Set((input.cc ?? []).map((address) => validAddress(address) ?? refuse(address)))];
    const attachmentIds = [...new Set(input.attachmentIds ?? [])];
    return this.database.transaction(() =>
      this.idempotency.once(actor, 'sendReply', input.idempotencyKey, input, async () => {
        const viewer = viewerOf(actor);
        let ticket = await this.tickets.lock(actor, input.ticketId);
        if (await this.keep.run(actor, ticket)) ticket = await this.tickets.lock(actor, input.ticketId);
        const { to, from: mailbox, answered, undoSeconds: own } = await this.parties.ofReply(viewer, ticket.id, actor.id);
        if (!mailbox || to.length === 0) throw new RecipientNotAllowed({ address: '' });
        const ours = cc.length > 0 ? (await this.mailboxes.all(viewer)).map((m) => m.address) : [];
        for (const address of cc) if (ours.includes(address.toLowerCase()) || this.secrets.ticketIdOf(address)) refuse(address);
        const now = this.clock.now();
        const headers = replyHeaders(answered);
        const entryId = await this.tickets.reply(actor, ticket, { body: input.text, thenStatus: input.thenStatus, lastSeenEntryId: input.lastSeenEntryId ?? null, sendAnyway: input.sendAnyway ?? false });
        const copies = cc.filter((a) => !to.some((t) => t.address === a)).map((address) => ({ name: '', address }));
        await this.messages.insert({
          entryId, ticketId: ticket.id, direction: 'outbound', rfcMessageId: null, inReplyTo: headers.inReplyTo, referenceIds: headers.references,
          from: { name: mailbox.name, address: mailbox.address }, to, cc: copies, subject: ticket.subject, html: null, quoted: null, simple: true, remoteImages: false,
          sanitiserVersion: 0, automatic: 'none', suspicion: null, contentKey: null, rawId: null,
        });
        if ((await this.attachments.bind(attachmentIds, entryId, ticket.id, actor.id)) !== attachmentIds.length) throw new AttachmentNotFound();
        for (const { address } of [...to, ...copies]) await this.messages.addParticipant(ticket.id, address, actor.id, now);
        const outboundId = newId();
        const releaseAt = new Date(now.getTime() + (undoSeconds ?? own) * 1000);
        await this.outbound.insert({
          id: outboundId, entryId, ticketId: ticket.id, kind: 'reply', mailboxId: mailbox.id, rfcMessageId: this.secrets.messageId(outboundId, domainOf(mailbox.address)),
          releaseAt, createdAt: now, traceId: currentTraceId(),
          recipients: [...to.map((t) => ({ ...t, role: 'to' as const })), ...copies.map((c) => ({ ...c, role: 'cc' as const }))],
          content: {
            subject: ticket.subject ?? '', text: input.text, signature: `${actor.name.split(' ')[0]}\n${mailbox.name}`, from: { name: mailbox.name, address: mailbox.address }, inReplyTo: headers.inReplyTo,
            references: headers.references, attachmentIds, automatic: false, language: ticket.language, statusLink: false, quotedEntryId: headers.quotedEntryId,
          },
        });
        await this.drafts.remove(ticket.id, actor.id, 'reply');
        await this.outbox.publish(MessageQueued, { outboundId, releaseAt: releaseAt.toISOString() });
        return entryId;
      }),
    );
  }
}

function refuse(address: string): never {
  throw new RecipientNotAllowed({ address: address.slice(0, 100) });
}
