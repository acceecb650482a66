const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
// a sibling closes these, so a long run of unclosed ones (a sloppy table) is not deep
const CLOSED_BY_SIBLING = new Set(['p', 'li', 'dt', 'dd', 'option', 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot']);
const NO_WORDS = new Set(['script', 'style', 'title', 'template', 'textarea', 'noscript']);
const BLOCKS = new Set(['br', 'p', 'div', 'tr', 'li', 'table', 'ul', 'ol', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr']);

interface RoughTag {
  name: string;
  closing: boolean;
  /** where it begins and where what follows it begins */
  start: number;
  end: number;
}

/**
 * The tags of markup as a quick look sees them: good enough to count and to strip, not to trust.
 * Every character is looked at a bounded number of times, whatever the markup.
 */
function* roughTags(html: string): Generator<RoughTag, void, number | undefined> {
  let at = html.indexOf('<');
  while (at >= 0) {
    const comment = html.startsWith('<!--', at);
    const close = comment ? html.indexOf('-->', at + 4) : html.indexOf('>', at + 1);
    if (close < 0) {
      // an unclosed comment hides the rest; an unclosed tag is the last thing there is
      yield { name: '', closing: false, start: at, end: html.length };
      return;
    }
    const end = close + (comment ? 3 : 1);
    const match = comment ? null : /^<(\/?)([a-zA-Z][^\s/><]{0,63})/.exec(html.slice(at, Math.min(end, at + 70)));
    const skipTo: number | undefined = yield { name: match?.[2]?.toLowerCase() ?? '', closing: match?.[1] === '/', start: at, end };
    at = html.indexOf('<', skipTo ?? end);
  }
}

/**
 * Whether markup opens more elements inside one another than `limit`. HTML parsers take time
 * that grows with the square of the depth, so this is asked first.
 */
export function deeperThan(html: string, limit: number): boolean {
  const open: string[] = [];
  const counts = new Map<string, number>();
  for (const { name, closing } of roughTags(html)) {
    if (name === '' || VOID.has(name) || CLOSED_BY_SIBLING.has(name)) continue;
    if (!closing) {
      open.push(name);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (open.length > limit) return true;
    } else if ((counts.get(name) ?? 0) > 0) {
      for (let popped = open.pop(); popped !== undefined; popped = open.pop()) {
        counts.set(popped, (counts.get(popped) ?? 1) - 1);
        if (popped === name) break;
      }
    }
  }
  return false;
}

/** The words of markup too deep to be parsed: blocks become lines, tags vanish. */
export function wordsOf(html: string): string {
  const pieces: string[] = [];
  const lower = html.toLowerCase();
  let from = 0;
  const tags = roughTags(html);
  let skipTo: number | undefined;
  for (let next = tags.next(); !next.done; next = tags.next(skipTo)) {
    const { name, closing, start, end } = next.value;
    pieces.push(html.slice(from, start));
    if (BLOCKS.has(name) && (closing || VOID.has(name))) pieces.push('\n');
    skipTo = undefined;
    if (!closing && NO_WORDS.has(name)) {
      const ending = lower.indexOf(`</${name}`, end);
      skipTo = ending < 0 ? html.length : ending;
    }
    from = skipTo ?? end;
  }
  pieces.push(html.slice(from));
  return entities(pieces.join(''))
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function entities(text: string): string {
  return text.replace(/&nbsp;/gi, ' ').replace(/&lt;/gi, '<').replace(/&gt;/gi, '>').replace(/&quot;/gi, '"').replace(/&amp;/gi, '&');
}
