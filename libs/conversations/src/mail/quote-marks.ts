/**
 * How mail programs say "here begins the mail I answer", in the languages of our customers and
 * their programs. Every pattern looks at one line of bounded length.
 */
const LONGEST_LINE = 300;

const VERB = /(?:^|[\s,])(?:kirjoitti|skrev|wrote|schrieb|kirjutas|a écrit|writes)(?=[\s:,]|$)/iu;
const DATE = /\b(?:\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\d{4}-\d{2}-\d{2}|(?:19|20)\d\d)\b/u;
const CLOCK_OR_ADDRESS = /\d{1,2}[.:]\d{2}|[\w.+-]@[\w-]/u;

/** "ma 16.11.2026 klo 9.12 X kirjoitti:", "On … wrote:", "Den … skrev X:", "Am … schrieb X:" */
export function isAttribution(line: string): boolean {
  if (line.length > LONGEST_LINE || !/:\s*$/.test(line)) return false;
  return VERB.test(line) && DATE.test(line) && CLOCK_OR_ADDRESS.test(line);
}

/** "-----Alkuperäinen viesti-----" and its sisters; a forward's mark is none: what follows it is the matter. */
export function isOriginalMessageRule(line: string): boolean {
  if (line.length > 120) return false;
  return /^\s*-{2,}\s*(?:alkuperäinen viesti|ursprungligt meddelande|originalmeddelande|original message|original appointment|ursprüngliche nachricht|originaalkiri|message d'origine)\s*-{2,}\s*$/iu.test(line);
}

const FROM_KEYS = 'from|lähettäjä|från|von|de|saatja|fra';
const OTHER_KEYS =
  'sent|date|to|cc|subject|lähetetty|päivä|päiväys|päivämäärä|vastaanottaja|kopio|aihe|skickat|datum|till|kopia|ämne|gesendet|an|betreff|saadetud|kuupäev|adressaat|teema|envoyé|à|objet|reply-to|importance';
const FROM_LINE = new RegExp(`^\\s*\\*?(?:${FROM_KEYS})\\s?:\\*?\\s*\\S`, 'iu');
const OTHER_LINE = new RegExp(`^\\s*\\*?(?:${OTHER_KEYS})\\s?:\\*?`, 'iu');

/** Outlook's block: a From line with at least two of its fellows in the five lines after it. */
export function isHeaderBlockAt(lines: readonly string[], at: number): boolean {
  if (!isShort(lines[at]) || !FROM_LINE.test(lines[at] ?? '')) return false;
  let fellows = 0;
  for (const line of lines.slice(at + 1, at + 6)) if (isShort(line) && OTHER_LINE.test(line)) fellows++;
  return fellows >= 2;
}

/** The long underscore Outlook and its phone apps put above the header block. */
export function isRule(line: string): boolean {
  return /^\s*_{10,200}\s*$/.test(line.slice(0, 220));
}

function isShort(line: string | undefined): boolean {
  return line !== undefined && line.length <= LONGEST_LINE * 3;
}
