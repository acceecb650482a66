/**
 * The HTML twin of a plain text of ours: everything escaped, paragraphs, line breaks and plain
 * web addresses as links. It is made from text only, so no markup of anybody's can enter.
 */
export function plainToHtml(text: string): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(lineToHtml).join('<br>\n')}</p>`)
    .join('\n');
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

function lineToHtml(line: string): string {
  let html = '';
  let from = 0;
  for (const match of line.matchAll(/\bhttps?:\/\/[^\s<>"'`]{1,2000}/g)) {
    const { link, after } = trimmed(match[0]);
    html += escapeHtml(line.slice(from, match.index)) + linkTo(link) + escapeHtml(after);
    from = match.index + match[0].length;
  }
  return html + escapeHtml(line.slice(from));
}

/** A full stop after an address ends the sentence, not the address. */
function trimmed(text: string): { link: string; after: string } {
  const end = /[.,;:!?)\]}]+$/.exec(text)?.index ?? text.length;
  return { link: text.slice(0, end), after: text.slice(end) };
}

function linkTo(text: string): string {
  return URL.canParse(text) ? `<a href="${escapeHtml(text)}">${escapeHtml(text)}</a>` : escapeHtml(text);
}
