/**
 * Text fit for Postgres: NUL (which it cannot store) and other unprintable controls gone,
 * lone surrogates replaced by U+FFFD, line ends as \n. Tabs and line breaks stay.
 */
export function storable(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
      .toWellFormed()
  );
}

/** One line of text: every control and line break is a space, runs of spaces are one, ends trimmed. */
export function oneLine(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex
      .replace(/[\s\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ')
      .toWellFormed()
      .trim()
  );
}

/**
 * Characters that change how the others look without being seen: direction overrides,
 * zero-width spaces and joiners, soft hyphen, tags. The joiners are left alone between
 * letters that need them (Arabic, Indic scripts, emoji).
 */
const INVISIBLE =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\u{E0001}-\u{E007F}]|(?<![\p{Extended_Pictographic}\u{FE0F}\u{1F3FB}-\u{1F3FF}\u0600-\u0DFF])[\u200C\u200D]/gu;

/** Names and subjects for people: what was invisible is written out, as `[U+202E]`. */
export function markInvisible(text: string): string {
  return text.replace(
    INVISIBLE,
    (char) => `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

/** The same text without them, for what we send out ourselves and for file names. */
export function dropInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** Cuts to a number of UTF-16 units without leaving half a character. */
export function cut(text: string, chars: number): string {
  if (text.length <= chars) return text;
  return text.slice(0, chars).toWellFormed().replace(/\uFFFD$/u, '');
}
