import { Injectable } from '@nestjs/common';
import { Config } from '@kaiku/platform';
import MimeComposer from 'nodemailer/lib/mail-composer';
import { AttachmentRepository } from '../files/attachment.repository';
import { FileStore } from '../files/file-store';
import { TicketDoor } from '../inbound/ticket-door';
import { composeMail } from '../mail/compose-mail';
import { MailSecrets } from '../mail-secrets';
import { mailTexts } from './mail-texts';
import type { OutboundRow } from './outbound.repository';

/** Makes the bytes of a mail from its row; the same row makes the same mail, Message-ID and date included. */
@Injectable()
export class MailComposer {
  constructor(
    private readonly config: Config,
    private readonly tickets: TicketDoor,
    private readonly attachments: AttachmentRepository,
    private readonly store: FileStore,
    private readonly secrets: MailSecrets,
  ) {}

  async compose(row: OutboundRow): Promise<{ bytes: Buffer; envelopeFrom: string }> {
    const { content } = row;
    const ticket = await this.tickets.facts(row.ticketId);
    const files = await Promise.all((await this.attachments.byIds(content.attachmentIds)).map(async (f) => ({ name: f.name, type: f.contentType, bytes: await this.store.get(f.storedAs) })));
    const quotedEntry = content.quotedEntryId ? await this.tickets.entry(content.quotedEntryId) : null;
    const link = content.statusLink ? `\n\n${mailTexts.statusLink(content.language, this.statusUrl(content.language, row.ticketId, content.linkIssue))}` : '';
    const mail = composeMail(
      {
        outboundId: row.id, ticketId: row.ticketId, ticketNumber: ticket.number, subject: content.subject, from: content.from,
        to: row.recipients.filter((r) => r.role === 'to'), cc: row.recipients.filter((r) => r.role === 'cc'),
        text: `${content.text}${content.signature ? `\n\n${content.signature}` : ''}${link}`,
        quoted: quotedEntry?.text ?? undefined, files, inReplyTo: content.inReplyTo, references: content.references,
        automatic: content.automatic ? (content.inReplyTo ? 'auto-replied' : 'auto-generated') : null, date: new Date(row.releaseAt),
        words: {
          language: content.language, replyPrefix: mailTexts.replyPrefix(content.language), untitled: mailTexts.untitled(content.language),
          quoteIntro: quotedEntry ? mailTexts.quoteIntro(content.language, new Date(quotedEntry.at), quotedEntry.authorName ?? '', this.config.timeZone) : undefined,
        },
      },
      { domain: domainOf(content.from.address), secret: this.secrets.mailKey },
    );
    const bytes = await new MimeComposer(mail).compile().build();
    return { bytes, envelopeFrom: mail.envelope.from };
  }

  private statusUrl(language: string, ticketId: string, issue?: string): string {
    return new URL(`/${language}/m/${this.secrets.linkToken(ticketId, issue)}`, this.config.http.publicUrl).href;
  }
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
