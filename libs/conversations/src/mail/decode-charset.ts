import { createDecodeStream, decode } from 'libmime/lib/charset.js';

export interface DecodedText {
  text: string;
  /** the charset really used, lower case */
  charset: string;
  /** true when the declaration was missing, unknown or contradicted by the bytes */
  guessed: boolean;
  /** true when some bytes meant nothing and became U+FFFD */
  replaced: boolean;
}

/** Names that say nothing: much mail labelled so holds UTF-8 or a Windows charset. */
const SAYS_NOTHING = new Set(['', 'utf-8', 'utf8', 'us-ascii', 'ascii', 'ansi_x3.4-1968', '7bit', '8bit', 'binary', 'unknown-8bit', 'x-unknown', 'default']);

/** UTF-7 can carry markup past a filter that looks for "<"; the others are no charsets at all. */
const REFUSED = /^(?:(?:cs)?unicode-?1-?1-?)?utf-?7(?:-?imap)?$|^base64$|^hex$/;

/**
 * Bytes to text, by declaration first and by the look of the bytes where that fails.
 * Never throws and never drops: what means nothing becomes U+FFFD.
 */
export function decodeCharset(bytes: Uint8Array, declared?: string | null): DecodedText {
  const bom = byteOrderMark(bytes);
  if (bom) return plain(bytes, bom, false);
  const name = (declared ?? '').trim().toLowerCase().replace(/^["']|["']$/g, '');
  if (SAYS_NOTHING.has(name) || REFUSED.test(name)) return byLook(bytes, REFUSED.test(name));
  try {
    // WHATWG names: iso-8859-1 means windows-1252, as every mail client reads it
    return plain(bytes, new TextDecoder(name).encoding, false);
  } catch {
    return byOtherTables(bytes, name);
  }
}

function byLook(bytes: Uint8Array, guessed: boolean): DecodedText {
  if (isAscii(bytes)) return { text: Buffer.from(bytes).toString('latin1'), charset: 'utf-8', guessed, replaced: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), charset: 'utf-8', guessed, replaced: false };
  } catch {
    // a cut or damaged UTF-8 text still has more whole sequences than broken ones
    if (multiByteSequences(bytes) > 2 * strayBytes(bytes)) return plain(bytes, 'utf-8', true);
    return plain(bytes, westernCharset(bytes), true);
  }
}

/** DOS and other old tables the platform's own decoder does not have. */
function byOtherTables(bytes: Uint8Array, name: string): DecodedText {
  if (!createDecodeStream(name).supported) return byLook(bytes, true);
  const text = decode(Buffer.from(bytes), name);
  return { text, charset: name, guessed: false, replaced: text.includes('\uFFFD') };
}

function plain(bytes: Uint8Array, charset: string, guessed: boolean): DecodedText {
  const text = new TextDecoder(charset).decode(bytes);
  return { text, charset, guessed, replaced: text.includes('\uFFFD') };
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80) return false;
  return true;
}

/**
 * Which of the two western charsets: 0x80–0x9F are letters and signs only in windows-1252;
 * the euro and the háček letters of ISO-8859-15 lie where windows-1252 has signs that
 * nobody writes next to a letter or an amount.
 */
function westernCharset(bytes: Uint8Array): 'windows-1252' | 'iso-8859-15' {
  let points = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte >= 0x80 && byte <= 0x9f) return 'windows-1252';
    if (byte === 0xa4) points++;
    else if ([0xa6, 0xa8, 0xb4, 0xb8, 0xbc, 0xbd].includes(byte) && isLetter(bytes[i - 1]) && isLetter(bytes[i + 1])) points++;
  }
  return points > 0 ? 'iso-8859-15' : 'windows-1252';
}

function isLetter(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const lower = byte | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || byte >= 0xc0;
}

function multiByteSequences(bytes: Uint8Array): number {
  let found = 0;
  for (let i = 0; i < bytes.length; i++) {
    const length = sequenceLength(bytes, i);
    if (length > 1) {
      found++;
      i += length - 1;
    }
  }
  return found;
}

function strayBytes(bytes: Uint8Array): number {
  let stray = 0;
  for (let i = 0; i < bytes.length; i++) {
    const length = sequenceLength(bytes, i);
    if (length === 0) stray++;
    else i += length - 1;
  }
  return stray;
}

/** Bytes of the UTF-8 character that starts here; 0 when none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  for (let k = 1; k < length; k++) if (((bytes[at + k] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
