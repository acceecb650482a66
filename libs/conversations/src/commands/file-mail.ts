import { Injectable } from '@nestjs/common';
import { Clock, LIMITS, system, viewerOf, type Actor } from '@kaiku/kernel';
import { Database, log } from '@kaiku/platform';
import { CustomerCandidates } from '@kaiku/customers';
import { KeepFile, type PreparedFile } from '../files/keep-file';
import { detectLanguage } from '../inbound/language.rules';
import { InboundRawRepository, type RawRow } from '../inbound/inbound-raw.repository';
import { FindThread } from '../inbound/find-thread';
import type { ProcessedMail } from '../mail';
import { MailboxQueries, type MailboxRow } from '../mailbox.queries';
import { MessageRepository } from '../message.repository';
import { Acknowledge } from './acknowledge';
import { FileBounce } from './file-bounce';
import { TicketDoor } from '../inbound/ticket-door';

const VIEWER = viewerOf(system('intake'));

export type Filed = { readonly outcome: 'filed' | 'duplicate' | 'bounce' | 'taken_over'; readonly entryId: string | null };

/**
 * Makes of a parsed mail what the desk works with, in one transaction: an entry on the right ticket or a new ticket, its message,
 * files and participants, the acknowledgement, and the raw mail marked done. Run twice it files once.
 */
@Injectable()
export class FileMail {
  constructor(
    private readonly database: Database,
    private readonly raws: InboundRawRepository,
    private readonly messages: MessageRepository,
    private readonly mailboxes: MailboxQueries,
    private readonly candidates: CustomerCandidates,
    private readonly threads: FindThread,
    private readonly tickets: TicketDoor,
    private readonly bounces: FileBounce,
    private readonly acknowledge: Acknowledge,
    private readonly files: KeepFile,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: RawRow, mail: ProcessedMail): Promise<Filed> {
    // Stripping pictures and sealing files is slow: before the transaction. A retry leaves stray files, never lost ones.
    const prepared = await Promise.all(mail.attachments.map((file) => this.files.prepare({ id: file.fileId, bytes: file.bytes, name: file.name, declaredType: file.declaredType, contentId: file.contentId, inline: file.inline })));
    return this.database.transaction(async () => {
      if (!(await this.raws.own(raw))) return { outcome: 'taken_over', entryId: null };
      const contentKey = Buffer.from(mail.contentKey, 'hex');
      const known = await this.messages.entryWithContent(contentKey);
      if (known) {
        await this.raws.done(raw, 'duplicate', known);
        return { outcome: 'duplicate', entryId: known };
      }
      const bounced = mail.machine.origin === 'bounce' ? await this.bounces.run(actor, mail, raw.envelopeTo) : null;
      if (bounced) {
        await this.raws.done(raw, 'done', bounced.entryId);
        return { outcome: 'bounce', ...bounced };
      }
      const entryId = await this.file(actor, raw, mail, prepared, contentKey);
      await this.raws.done(raw, 'done', entryId);
      return { outcome: 'filed', entryId };
    });
  }

  private async file(actor: Actor, raw: RawRow, mail: ProcessedMail, files: readonly PreparedFile[], contentKey: Buffer): Promise<string> {
    const now = this.clock.now();
    const receivedAt = new Date(raw.receivedAt);
    const from = mail.replyTo[0] && !mail.from ? mail.replyTo[0] : mail.from;
    const human = mail.machine.origin === 'human';
    const mailbox = await this.mailboxFor(raw, mail);
    const threading = await this.threads.run(mail, raw.envelopeTo, from?.address ?? null);
    const text = mail.newText.trim() || mail.text.trim();
    const people = from ? await this.candidates.byContact(VIEWER, 'email', from.address) : [];
    const entry = { kind: 'customer_message' as const, visibility: 'public' as const, authorKind: 'customer' as const, body: text.slice(0, LIMITS.entry.body), authorName: from?.name || from?.address || mail.fromText || null, at: receivedAt, isCustomerContact: human, channel: 'email' as const };
    const filed = await this.tickets.deliver(actor, {
      into: threading.into,
      possiblyBelongsTo: threading.possiblyBelongsTo,
      entry,
      opening: {
        kind: mailbox.defaultKind, channel: 'email', subject: (mail.subject.bare || mail.subject.shown).slice(0, LIMITS.ticket.subject) || null,
        language: detectLanguage(`${mail.subject.bare} ${text}`, mailbox.language), teamId: mailbox.teamId, receivedAt, answerWanted: human,
        // One person with this address is that person; several are for the agent to choose from.
        customerId: people.length === 1 ? people[0]!.id : null,
      },
    });
    await this.messages.insert({
      entryId: filed.entryId, ticketId: filed.ticketId, direction: 'inbound', rfcMessageId: mail.messageId, inReplyTo: mail.inReplyTo, referenceIds: mail.references,
      from: from ?? null, to: mail.to, cc: mail.cc, subject: mail.subject.shown || null, html: mail.html?.html || null, quoted: mail.quotedText, simple: mail.html?.simple ?? true,
      remoteImages: (mail.html?.remoteImages ?? 0) > 0, sanitiserVersion: mail.html?.version ?? 0, automatic: AUTOMATIC[mail.machine.origin], suspicion: threading.suspicion, contentKey, rawId: raw.id,
    });
    for (const file of files) await this.files.record(file, { entryId: filed.entryId, ticketId: filed.ticketId, uploadedBy: null });
    if (filed.opened && from) await this.messages.addParticipant(filed.ticketId, from.address, null, now);
    if (from) {
      const ageHours = mail.date ? (receivedAt.getTime() - this.clock.aheadMs - mail.date.getTime()) / 3_600_000 : 0;
      await this.acknowledge.run(actor, { ticketId: filed.ticketId, newTicket: filed.opened, human, to: from, known: people.length > 0, mailbox, inReplyTo: mail.messageId, references: mail.references, ageHours });
    }
    log.info({ ticketId: filed.ticketId, entryId: filed.entryId, origin: mail.machine.origin, opened: filed.opened, warnings: mail.warnings.length }, 'mail filed');
    return filed.entryId;
  }

  /** The mailbox it was sent to: by the envelope, then by where it says it went, then by its To and Cc; else the oldest. */
  private async mailboxFor(raw: RawRow, mail: ProcessedMail): Promise<MailboxRow> {
    const boxes = await this.mailboxes.all(VIEWER);
    const named = [...raw.envelopeTo, ...mail.deliveredTo, ...[...mail.to, ...mail.cc].map((a) => a.address)].map((a) => a.toLowerCase());
    const found = named.map((address) => boxes.find((b) => b.address === address)).find((b) => b !== undefined) ?? boxes[0];
    if (!found) throw new Error('there is no mailbox: make one before mail can be filed');
    return found;
  }
}

const AUTOMATIC = { human: 'none', auto_reply: 'auto_reply', out_of_office: 'out_of_office', bulk_or_list: 'bulk', bounce: 'bounce', loop: 'auto_reply' } as const;
