import { isAttribution, isHeaderBlockAt, isOriginalMessageRule, isRule } from './quote-marks';

export interface SplitText {
  /** what the sender wrote this time; never empty when the mail says anything */
  newText: string;
  /** the history below or above it, null when none was recognised */
  quotedText: string | null;
}

export interface SplitOptions {
  /** a forwarded mail: what is below the header block is the matter itself */
  forwarded?: boolean;
}

/**
 * Parts the new words from the quoted history, in time linear to the length. When in doubt it
 * does not cut: answers written between the quoted lines, forwards, and mails that consist of
 * a quote alone stay whole.
 */
export function splitQuoted(text: string, options: SplitOptions = {}): SplitText {
  const lines = text.split('\n');
  const whole: SplitText = { newText: text.trim(), quotedText: null };
  const mark = options.forwarded ? null : firstMark(lines);
  if (mark === null) return whole;
  const above = lines.slice(0, mark.at).join('\n').trim();
  const below = lines.slice(mark.at).join('\n').trim();
  if (mark.kind === 'block') return above === '' ? whole : { newText: above, quotedText: below };

  const after = afterQuote(lines, mark.end);
  if (above !== '') {
    // words after the quote are an answer too, unless they are only the signature
    const mixed = after === 'interleaved' || (typeof after === 'number' && !/^(?:-- ?$|_{5,})/.test(lines[after] ?? ''));
    return mixed ? whole : { newText: above, quotedText: below };
  }
  // nothing above: the answer stands under the quote
  if (typeof after === 'number') {
    return { newText: lines.slice(after).join('\n').trim(), quotedText: lines.slice(0, after).join('\n').trim() };
  }
  return whole;
}

interface Mark {
  /** first line of the history */
  at: number;
  /** first line after the mark itself */
  end: number;
  /** block: everything below is history; lines: history has `>` or follows an attribution */
  kind: 'block' | 'lines';
}

function firstMark(lines: readonly string[]): Mark | null {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.startsWith('>')) return { at: i, end: i, kind: 'lines' };
    // most lines end here: marks have a colon, a rule or dashes
    if (line === '' || (!line.includes(':') && !line.includes('--') && !line.includes('__') && !startsAttribution(line))) continue;
    if (isOriginalMessageRule(line) || isHeaderBlockAt(lines, i)) return { at: ruleAbove(lines, i), end: i + 1, kind: 'block' };
    const length = attributionLength(lines, i);
    if (length > 0) return { at: i, end: i + length, kind: 'lines' };
  }
  return null;
}

function startsAttribution(line: string): boolean {
  return line.length < 300 && /\d/.test(line);
}

/** Programs wrap a long attribution over up to three lines. */
function attributionLength(lines: readonly string[], at: number): number {
  let joined = '';
  for (let length = 1; length <= 3; length++) {
    const line = lines[at + length - 1];
    if (line === undefined || line.trim() === '' || line.startsWith('>')) return 0;
    joined = joined === '' ? line.trim() : `${joined} ${line.trim()}`;
    if (isAttribution(joined)) return length;
  }
  return 0;
}

function ruleAbove(lines: readonly string[], at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - 2); i--) {
    if (isRule(lines[i] ?? '')) return i;
    if ((lines[i] ?? '').trim() !== '') break;
  }
  return at;
}

/**
 * What follows the mark: 'quote' (to the end), 'interleaved' (words between quoted lines), or
 * the line where words begin again after one closed quote. Without any `>` it is all quote.
 */
function afterQuote(lines: readonly string[], from: number): 'quote' | 'interleaved' | number {
  let seenQuote = false;
  let words = -1;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.startsWith('>')) {
      if (words >= 0) return 'interleaved';
      seenQuote = true;
    } else if (seenQuote && words < 0 && line.trim() !== '' && !wrapsQuote(lines, i)) {
      words = i;
    }
  }
  if (words < 0) return 'quote';
  return words;
}

/** A quoted line broken by a program that wraps at 76 leaves a stray line between two quoted ones. */
function wrapsQuote(lines: readonly string[], at: number): boolean {
  const before = lines[at - 1] ?? '';
  return before.startsWith('>') && before.length >= 60 && (lines[at + 1] ?? '').startsWith('>');
}
