import { LIMITS } from '@kaiku/kernel';

/**
 * Every figure the mail pieces use, with its unit. They bound the work one mail can cause;
 * the callers may lower them, never raise them above what the worker thread can bear.
 */
export const MAIL_LIMITS = {
  /** bytes of one raw mail */
  rawBytes: LIMITS.mail.bytes,
  /** multipart levels */
  nesting: LIMITS.mail.nesting,
  /** MIME parts of one mail */
  parts: 1_000,
  /** bytes of the header block of one part; each line counts at least 64 */
  headerBytes: 1024 * 1024,
  /** files kept beside the text; more stay in the raw mail only */
  files: LIMITS.mail.attachments,
  /** pictures shown inside the text */
  inlinePictures: 50,
  /** addresses kept of one header field */
  addresses: 200,
  /** Message-IDs kept of References, newest last */
  references: 100,
  /** characters of one Message-ID */
  messageIdChars: 998,
  /** characters kept of a subject */
  subjectChars: 500,
  /** characters kept of a display name */
  nameChars: 200,
  /** UTF-8 bytes kept of a file name, ending included */
  fileNameBytes: 200,
  /** characters of HTML rendered */
  htmlChars: LIMITS.mail.htmlBytes,
  /** characters of text shown; a longer text is kept whole as a file */
  textChars: LIMITS.mail.htmlBytes,
  /** open elements in HTML; deeper markup is shown as text */
  htmlDepth: 500,
  /** milliseconds of work one mail may cost its thread */
  cpuMs: LIMITS.mail.cpuSeconds * 1_000,
  /** milliseconds from hand-over to answer */
  wallMs: LIMITS.mail.wallSeconds * 1_000,
  /** MB of JavaScript heap of one mail thread */
  threadHeapMb: 256,
  /** pixels of one picture, all frames together */
  pixels: LIMITS.mail.megapixels * 1_000_000,
  /** seconds one picture may take to be re-encoded */
  pictureSeconds: 5,
  /** Received lines after which a mail is going round in circles */
  receivedLines: 50,
} as const;
