import { mailbox } from './addresses';
import { oneLine, storable } from './clean-text';
import { escapeHtml, plainToHtml } from './compose-html';
import { MAIL_LIMITS } from './mail-limits';
import type { MailAddress } from './mail-types';
import { replyAddress, signedMessageId } from './message-ids';
import { safeName } from './safe-name';
import { replySubject } from './subject';

/** Words around the message, in the ticket's language. */
export interface MailWords {
  /** `fi`, `sv` or `en`, for the markup and Content-Language */
  language: string;
  /** 'VS:', 'SV:' or 'Re:' */
  replyPrefix: string;
  /** 'Viestisi': stands for a subject where there is none */
  untitled: string;
  /** the line above the quoted mail, already filled in: "16.11.2026 klo 9.12 Aino Mäkelä kirjoitti:" */
  quoteIntro?: string;
}

export interface OutgoingFile {
  name: string;
  /** the type `sniffType` found */
  type: string;
  bytes: Buffer;
}

export interface Outgoing {
  /** UUID of the outbound message: decides the Message-ID, so a resend is the same mail */
  outboundId: string;
  ticketId: string;
  ticketNumber: number;
  subject: string;
  /** the team's name and address */
  from: MailAddress;
  to: readonly MailAddress[];
  cc?: readonly MailAddress[];
  /** plain text of the message with its signature and footer */
  text: string;
  /** the customer's last words, quoted under the message when given */
  quoted?: string;
  files?: readonly OutgoingFile[];
  /** Message-ID answered and its References, oldest first */
  inReplyTo?: string | null;
  references?: readonly string[];
  /** null for a message written by a person; `auto-replied` answers a mail, `auto-generated` does not */
  automatic?: 'auto-replied' | 'auto-generated' | null;
  date: Date;
  words: MailWords;
}

export interface ComposeOptions {
  /** domain of our Message-IDs and of the reply+TOKEN addresses */
  domain: string;
  /** at least 32 bytes */
  secret: Buffer;
}

/** Exactly what nodemailer is given. Objects only: it would read a string as a list of anybody. */
export interface ComposedMail {
  envelope: { from: string; to: string[] };
  from: MailAddress;
  to: MailAddress[];
  cc: MailAddress[];
  replyTo: MailAddress;
  subject: string;
  date: Date;
  messageId: string;
  inReplyTo?: string;
  references: string[];
  text: string;
  html: string;
  attachments: { filename: string; contentType: string; content: Buffer; contentDisposition: 'attachment' }[];
  headers: Record<string, string>;
  /** the mailer must read no file and fetch no address on a mail's behalf */
  disableFileAccess: true;
  disableUrlAccess: true;
}

export class NoRecipient extends Error {
  override readonly name = 'NoRecipient';
}

/**
 * One outgoing mail, ready for the transport and the same every time it is composed.
 * @throws NoRecipient when a given recipient is no single valid address: nothing is left out silently
 */
export function composeMail(mail: Outgoing, options: ComposeOptions): ComposedMail {
  const from = checked(mail.from);
  const to = mail.to.map(checked);
  const cc = (mail.cc ?? []).map(checked);
  if (to.length === 0) throw new NoRecipient('no recipient');
  const quoted = mail.quoted ? quotedText(mail.quoted, mail.words.quoteIntro ?? '') : '';
  const text = storable(mail.text).trim();
  return {
    // what goes wrong with automatic mail must not come back and start an answer (RFC 3834)
    envelope: { from: mail.automatic ? '' : from.address, to: [...new Set([...to, ...cc].map((box) => box.address))] },
    from,
    to,
    cc,
    replyTo: { name: from.name, address: replyAddress(mail.ticketId, options.domain, options.secret) },
    // a form or a call is no mail: what is written to it first answers none
    subject: replySubject(mail.subject, mail.ticketNumber, { prefix: validId(mail.inReplyTo ?? '') ? oneLine(mail.words.replyPrefix) : '', untitled: oneLine(mail.words.untitled) }),
    date: mail.date,
    messageId: signedMessageId(mail.outboundId, options.domain, options.secret),
    ...threading(mail),
    text: quoted === '' ? `${text}\n` : `${text}\n\n${quoted}\n`,
    html: htmlPage(text, mail),
    attachments: (mail.files ?? []).map((file) => ({ filename: safeName(file.name), contentType: mediaType(file.type), content: file.bytes, contentDisposition: 'attachment' })),
    headers: headersOf(mail),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function checked(box: MailAddress): MailAddress {
  const valid = mailbox(box.name, box.address);
  if (!valid) throw new NoRecipient('an address is not valid');
  return valid;
}

function threading(mail: Outgoing): { inReplyTo?: string; references: string[] } {
  const answered = validId(mail.inReplyTo ?? '');
  const all = [...(mail.references ?? []).map(validId), answered].filter((id): id is string => id !== null);
  const chain = [...new Set(all)];
  // the first id is the discussion's root, by which clients group it: it outlives the middle ones
  const references = chain.length <= MAIL_LIMITS.references ? chain : [...chain.slice(0, 1), ...chain.slice(-(MAIL_LIMITS.references - 1))];
  return answered === null ? { references } : { inReplyTo: answered, references };
}

function validId(id: string): string | null {
  return /^<[^<>\s]{1,996}>$/.test(id) ? id : null;
}

function headersOf(mail: Outgoing): Record<string, string> {
  const headers: Record<string, string> = { 'Content-Language': mail.words.language.replace(/[^a-zA-Z-]/g, '') };
  if (mail.automatic) {
    headers['Auto-Submitted'] = mail.automatic;
    // Exchange answers automatic mail unless told so in its own way
    headers['X-Auto-Response-Suppress'] = 'All';
  }
  return headers;
}

function quotedText(quoted: string, intro: string): string {
  const lines = storable(quoted).trim().split('\n').map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd()));
  return intro === '' ? lines.join('\n') : `${oneLine(intro)}\n${lines.join('\n')}`;
}

function htmlPage(text: string, mail: Outgoing): string {
  const language = mail.words.language.replace(/[^a-zA-Z-]/g, '');
  const intro = mail.words.quoteIntro ? `<p>${escapeHtml(oneLine(mail.words.quoteIntro))}</p>\n` : '';
  const history = mail.quoted ? `\n${intro}<blockquote type="cite">\n${plainToHtml(storable(mail.quoted))}\n</blockquote>` : '';
  return `<!DOCTYPE html>\n<html lang="${language}">\n<head><meta charset="utf-8"></head>\n<body>\n${plainToHtml(text)}${history}\n</body>\n</html>\n`;
}

function mediaType(type: string): string {
  return /^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,80}$/i.test(type) ? type.toLowerCase() : 'application/octet-stream';
}
