const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
// a sibling closes these, so a long run of unclosed ones (a sloppy table) is not deep
const CLOSED_BY_SIBLING = new Set(['p', 'li', 'dt', 'dd', 'option', 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot']);

/**
 * Whether markup opens more elements inside one another than `limit`. HTML parsers take time
 * that grows with the square of the depth, so this is asked first; one pass, linear.
 */
export function deeperThan(html: string, limit: number): boolean {
  const open: string[] = [];
  const counts = new Map<string, number>();
  const tag = /<(\/?)([a-zA-Z][^\s/>]{0,63})[^>]*>|<!--[\s\S]*?-->/g;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const name = match[2]?.toLowerCase();
    if (!name || VOID.has(name) || CLOSED_BY_SIBLING.has(name)) continue;
    if (match[1] === '') {
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

/** The words of markup too deep to be parsed: blocks become lines, tags vanish. Linear. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(script|style|title|template|textarea|noscript)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6]|\/blockquote)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>?/g, '')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&quot;/gi, '"')
    .replace(/&amp;/gi, '&')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/\n\s*\n\s*/g, '\n\n')
    .trim();
}
