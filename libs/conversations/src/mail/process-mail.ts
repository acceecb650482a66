import { cut, oneLine } from './clean-text';
import { htmlToPlain } from './html-to-plain';
import { machineMail, type MachineMail, type MachineMailOptions } from './machine-mail';
import { MAIL_LIMITS } from './mail-limits';
import type { MailAttachment, MailWarning, ParsedMail } from './mail-types';
import { parseMail } from './parse-mail';
import { sanitiseHtml, type SanitisedHtml } from './sanitise-html';
import { splitQuoted } from './split-quoted';
import { readSubject, type SubjectReading } from './subject';

export interface ProcessOptions extends MachineMailOptions {
  /** ids to give the files, in order; inline pictures point to theirs from the HTML. See MOST_FILES */
  fileIds: readonly string[];
}

export interface ProcessedFile extends MailAttachment {
  fileId: string;
}

export interface ProcessedMail extends Omit<ParsedMail, 'subject' | 'text' | 'html' | 'attachments'> {
  subject: SubjectReading;
  machine: MachineMail;
  /** the whole as plain text, quoted history included */
  text: string;
  newText: string;
  quotedText: string | null;
  /** first words of the new text on one line, at most 200 characters */
  preview: string;
  /** display copy; null for a mail without HTML */
  html: SanitisedHtml | null;
  /** HTML as sent, from which a later version of the sanitiser can work; never to be shown */
  sourceHtml: string | null;
  attachments: ProcessedFile[];
}

/** Files one mail can bring: its own, its pictures, and its over-long text and HTML. */
export const MOST_FILES = MAIL_LIMITS.files + MAIL_LIMITS.inlinePictures + 2;

/**
 * Everything done to a mail before it is stored, in one go: parse, classify, sanitise, split.
 * CPU-bound and meant for a thread; `MailThreads` runs it there.
 * @throws MailUnreadable
 */
export async function processMailHere(raw: Buffer, options: ProcessOptions): Promise<ProcessedMail> {
  const { subject: rawSubject, text: givenText, html: sourceHtml, attachments, ...mail } = await parseMail(raw);
  const warnings = new Set<MailWarning>(mail.warnings);
  const subject = readSubject(rawSubject);
  const files = attachments.map((file, i) => withId(file, options.fileIds[i]));
  const html = sourceHtml === null ? null : sanitiseHtml(sourceHtml, { files: pictureIds(files) });
  if (html?.tooDeep) warnings.add('html_too_deep');
  if (html?.cut && sourceHtml !== null) {
    warnings.add('html_cut');
    files.push(withId(wholeAs('message.html', 'text/html', sourceHtml), options.fileIds[files.length]));
  }
  const fullText = givenText ?? htmlToPlain(html?.html ?? '');
  const text = cut(fullText, MAIL_LIMITS.textChars);
  if (text.length < fullText.length) {
    warnings.add('text_cut');
    files.push(withId(wholeAs('message.txt', 'text/plain', fullText), options.fileIds[files.length]));
  }
  const { newText, quotedText } = splitQuoted(text, { forwarded: subject.isForward });
  return {
    ...mail,
    subject,
    machine: machineMail({ ...mail, subject: rawSubject, text, html: null, attachments: [] }, options),
    text,
    newText,
    quotedText,
    preview: cut(oneLine(newText.slice(0, 2_000)), 200),
    html,
    sourceHtml,
    attachments: files,
    warnings: [...warnings],
  };
}

function withId(file: MailAttachment, fileId: string | undefined): ProcessedFile {
  if (fileId === undefined) throw new RangeError(`give MOST_FILES (${MOST_FILES}) file ids`);
  return { ...file, fileId };
}

function pictureIds(files: readonly ProcessedFile[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const file of files) if (file.inline && file.contentId !== null && !ids.has(file.contentId)) ids.set(file.contentId, file.fileId);
  return ids;
}

function wholeAs(name: string, declaredType: string, text: string): MailAttachment {
  return { name, declaredType, contentId: null, inline: false, bytes: Buffer.from(text, 'utf8') };
}
