import { storable } from './clean-text';
import { decodeCharset } from './decode-charset';
import { unflow } from './flowed-text';
import type { MimePart } from './mime-tree';
import type { MailReport, MailWarning } from './mail-types';

export interface MailBody {
  /** null when no plain version of the whole exists */
  text: string | null;
  html: string | null;
  /** parts that are files, in order */
  files: MimePart[];
  report: MailReport | null;
  warnings: Set<MailWarning>;
}

/** A stretch of the message; an alternative has both forms of the same words. */
interface Segment {
  text: string | null;
  html: string | null;
}

/** Sorts the parts of a mail into what is read and what is a file. */
export function readBody(root: MimePart): MailBody {
  const body: MailBody = { text: null, html: null, files: [], report: null, warnings: new Set() };
  const segments = walk(root, body);
  const withHtml = segments.some((segment) => segment.html !== null);
  if (withHtml) body.html = segments.map((segment) => segment.html ?? textAsHtml(segment.text ?? '')).join('\n<br>\n');
  // HTML without a plain twin: the caller derives the text from the HTML, which holds it all
  if (segments.every((segment) => segment.text !== null)) body.text = segments.map((segment) => segment.text).join('\n\n');
  if (segments.length === 0) body.text = '';
  return body;
}

function walk(part: MimePart, body: MailBody): Segment[] {
  if (part.type.startsWith('multipart/') && part.children.length === 0) return unsplit(part, body);
  switch (part.type) {
    case 'multipart/alternative':
      return alternative(part, body);
    case 'multipart/report':
      return report(part, body);
    default:
      if (part.children.length > 0) return part.children.flatMap((child) => walk(child, body));
      if (isReadable(part)) return readable(part, body);
      body.files.push(part);
      return [];
  }
}

/** A multipart whose boundary never comes: its words are shown rather than lost. */
function unsplit(part: MimePart, body: MailBody): Segment[] {
  body.warnings.add('mime_broken');
  return readable({ ...part, type: 'text/plain' }, body);
}

/** The forms stand in rising order of richness; files may hide inside any of them. */
function alternative(part: MimePart, body: MailBody): Segment[] {
  const forms = part.children.map((child) => walk(child, body));
  const html = forms.findLast((segments) => segments.some((segment) => segment.html !== null));
  const text = forms.find((segments) => segments.length > 0 && segments.every((segment) => segment.text !== null && segment.html === null));
  if (!html) return text ?? forms.find((segments) => segments.length > 0) ?? [];
  return [
    {
      html: html.map((segment) => segment.html ?? textAsHtml(segment.text ?? '')).join('\n'),
      text: text ? text.map((segment) => segment.text).join('\n\n') : null,
    },
  ];
}

function report(part: MimePart, body: MailBody): Segment[] {
  const [words, ...machine] = part.children;
  const all = machine.flatMap((child) => (child.children.length > 0 ? child.children : [child]));
  const status = all.find((child) => ['message/delivery-status', 'message/global-delivery-status', 'message/disposition-notification'].includes(child.type));
  const returned = all.find((child) => ['text/rfc822-headers', 'message/rfc822', 'message/rfc822-headers', 'message/global', 'message/global-headers'].includes(child.type));
  body.report = {
    type: (part.params.get('report-type') ?? status?.type.replace('message/', '') ?? '').toLowerCase(),
    status: status ? storable(decodeCharset(status.bytes.subarray(0, 65_536)).text) : '',
    returnedHeaders: returned ? headerHalf(storable(decodeCharset(returned.bytes.subarray(0, 65_536)).text)) : '',
  };
  for (const child of all) if (child !== status && child !== returned) body.files.push(child);
  return words ? walk(words, body) : [];
}

function headerHalf(text: string): string {
  const end = text.indexOf('\n\n');
  return end < 0 ? text : text.slice(0, end);
}

function isReadable(part: MimePart): boolean {
  if (part.type !== 'text/plain' && part.type !== 'text/html') return false;
  return part.disposition !== 'attachment' && part.fileName === null;
}

function readable(part: MimePart, body: MailBody): Segment[] {
  const isHtml = part.type === 'text/html';
  const decoded = decodeCharset(part.bytes, part.charset ?? (isHtml ? charsetInMarkup(part.bytes) : null));
  if (decoded.guessed) body.warnings.add('charset_guessed');
  if (decoded.replaced) body.warnings.add('characters_replaced');
  const words = storable(decoded.text);
  if (words.trim() === '') return [];
  if (isHtml) return [{ html: words, text: null }];
  return [{ html: null, text: part.flowed ? unflow(words, part.delSp) : words }];
}

/** `<meta charset>` counts where the mail itself does not say. */
function charsetInMarkup(bytes: Buffer): string | null {
  return /<meta[^>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9_-]{2,40})/i.exec(bytes.subarray(0, 4_096).toString('latin1'))?.[1] ?? null;
}

/** Plain words inside an HTML mail, escaped; the sanitiser still comes after. */
export function textAsHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  return escaped
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('\n');
}
