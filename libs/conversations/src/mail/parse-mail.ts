import { cut, markInvisible, oneLine } from './clean-text';
import { contentKeyOf } from './content-key';
import { liftPictures } from './lift-pictures';
import { readBody } from './mail-body';
import { autoSubmittedOf, dateOf, decodeWords, HeaderBlock, messageIdOf } from './mail-headers';
import { MAIL_LIMITS } from './mail-limits';
import type { MailAttachment, MailWarning, ParsedMail } from './mail-types';
import { MailUnreadable } from './mail-unreadable';
import { readMimeTree, type MimePart } from './mime-tree';

/**
 * Raw bytes to a mail. Missing or broken fields are no reason to lose it: they come back null
 * or empty with a warning. The same bytes always give the same result.
 * @throws MailUnreadable for a mail over the limits or without any header: keep the raw, quarantine
 */
export async function parseMail(raw: Buffer): Promise<ParsedMail> {
  if (raw.length > MAIL_LIMITS.rawBytes) throw new MailUnreadable('too_large');
  if (raw.length === 0) throw new MailUnreadable('broken', 'no bytes');
  const root = await readMimeTree(withoutMboxLine(raw));
  const block = new HeaderBlock(root.headerLines);
  const body = readBody(root);
  const warnings = body.warnings;
  const files = filesOf(body.files, body.html, warnings);
  const inText = files.filter((file) => file.inline).length;
  const lifted = body.html === null ? null : liftPictures(body.html, MAIL_LIMITS.inlinePictures - inText);

  const from = block.addresses('from').list[0] ?? null;
  const messageId = messageIdOf(block);
  const date = dateOf(block);
  const to = block.addresses('to');
  const cc = block.addresses('cc');
  if (!from) warnings.add('from_unreadable');
  if (messageId === null) warnings.add('message_id_missing');
  if (block.count('message-id') > 1) warnings.add('message_id_repeated');
  if (date === null) warnings.add('date_unreadable');
  if (to.leftOut + cc.leftOut > 0) warnings.add('addresses_left_out');

  return {
    messageId,
    inReplyTo: block.ids('in-reply-to')[0] ?? null,
    references: block.ids('references').slice(-MAIL_LIMITS.references),
    from,
    fromText: shown(block.words('from') ?? '', 320),
    replyTo: block.addresses('reply-to').list,
    sender: block.addresses('sender').list[0] ?? null,
    returnPath: returnPathOf(block),
    to: to.list,
    cc: cc.list,
    deliveredTo: ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].flatMap((name) => block.addresses(name).list.map((entry) => entry.address)),
    subject: shown(block.words('subject') ?? '', MAIL_LIMITS.subjectChars),
    date,
    text: body.text,
    html: lifted?.html ?? null,
    attachments: [...files, ...(lifted?.pictures ?? [])],
    headers: block.kept(),
    autoSubmitted: autoSubmittedOf(block),
    listId: listIdOf(block),
    report: body.report,
    receivedLines: block.count('received'),
    contentKey: contentKeyOf(block, root),
    warnings: [...warnings],
  };
}

function shown(text: string, chars: number): string {
  return cut(markInvisible(oneLine(text)), chars);
}

/** Mail taken from an mbox file starts with "From someone Mon Nov 16 …". */
function withoutMboxLine(raw: Buffer): Buffer {
  if (raw.subarray(0, 5).toString('latin1') !== 'From ') return raw;
  const end = raw.indexOf(0x0a);
  return end < 0 ? raw : raw.subarray(end + 1);
}

function returnPathOf(block: HeaderBlock): string | null {
  const value = block.first('return-path');
  if (value === null) return null;
  return block.addresses('return-path').list[0]?.address ?? '';
}

function listIdOf(block: HeaderBlock): string | null {
  const value = block.words('list-id');
  if (value === null) return null;
  return cut(/<([^<>]+)>/.exec(value)?.[1]?.trim() ?? value, 255);
}

function filesOf(parts: MimePart[], html: string | null, warnings: Set<MailWarning>): MailAttachment[] {
  const shownIds = idsShownIn(html);
  const files: MailAttachment[] = [];
  const room = { file: MAIL_LIMITS.files as number, picture: MAIL_LIMITS.inlinePictures as number };
  for (const part of parts) {
    const contentId = contentIdOf(part);
    const inline = contentId !== null && shownIds.has(contentId);
    const kind = inline ? 'picture' : 'file';
    if (room[kind] === 0) {
      warnings.add('files_left_out');
      continue;
    }
    room[kind]--;
    files.push({ name: nameOf(part), declaredType: part.type, contentId, inline, bytes: part.bytes });
  }
  return files;
}

function contentIdOf(part: MimePart): string | null {
  const line = part.headerLines.find(({ key }) => key === 'content-id')?.line;
  const id = line?.slice(line.indexOf(':') + 1).replace(/[<>\s]/g, '') ?? '';
  return id === '' || id.length > 500 ? null : id;
}

/** `cid:` names in the HTML; they may be percent-encoded there. */
function idsShownIn(html: string | null): Set<string> {
  const ids = new Set<string>();
  for (const match of (html ?? '').matchAll(/\bcid:([^"'\s>)]{1,500})/gi)) {
    const id = match[1] ?? '';
    ids.add(id);
    try {
      ids.add(decodeURIComponent(id));
    } catch {
      // not an encoded name after all: the name as written is in the set
    }
  }
  return ids;
}

/** A file without a name gets one people can open; an attached mail gets its subject. */
function nameOf(part: MimePart): string {
  const given = shown(part.fileName ?? '', 500);
  if (given !== '') return given;
  if (part.type === 'message/rfc822') {
    const subject = /^subject:[ \t]*(.{1,300})/im.exec(part.bytes.subarray(0, 65_536).toString('latin1'))?.[1] ?? '';
    return `${shown(decodeWords(subject), 100) || 'message'}.eml`;
  }
  return `file.${EXTENSIONS.get(part.type) ?? 'bin'}`;
}

const EXTENSIONS = new Map([
  ['image/jpeg', 'jpg'], ['image/png', 'png'], ['image/gif', 'gif'], ['image/webp', 'webp'], ['image/heic', 'heic'],
  ['application/pdf', 'pdf'], ['text/plain', 'txt'], ['text/html', 'html'], ['text/calendar', 'ics'], ['text/csv', 'csv'],
  ['application/zip', 'zip'], ['application/pkcs7-signature', 'p7s'], ['application/pgp-signature', 'asc'], ['application/ms-tnef', 'dat'],
]);
