/**
 * Takes out the quoted history that the server has marked and that is shown folded as text:
 * `block` is the history itself, `rest` is where it begins and goes on to the end.
 */
export function dropQuoted(root: ParentNode & Node): void {
  root.querySelectorAll('[data-quoted="block"]').forEach((element) => element.remove());
  const rest = root.querySelector('[data-quoted="rest"]');
  if (!rest) return;
  for (let node: Node | null = rest; node && node !== root; node = node.parentNode) {
    while (node.nextSibling) node.nextSibling.remove();
  }
  rest.remove();
}

/** Mail programs end a message with empty lines; on the timeline they are only a gap. */
export function dropEmptyEnd(root: Node): void {
  for (let last = root.lastChild; last && (last.textContent ?? '').trim() === ''; last = root.lastChild) last.remove();
}

/** Pixels, between a note and half a screen: text at about 70 characters a line, and what opens a new block. */
export function guessHeight(html: string): number {
  const text = html.replace(/<[^>]*>/g, '').length;
  const blocks = html.match(/<(?:p|div|tr|li|br|h[1-6]|blockquote)\b/gi)?.length ?? 0;
  const images = html.match(/<img\b(?![^>]*data-src)/gi)?.length ?? 0;
  return Math.max(96, Math.min(480, 40 + (text / 70) * 24 + blocks * 26 + images * 120));
}

const sheet = 'margin:12px;background:#fff;color:#152126;font:15px/24px system-ui,sans-serif;overflow-wrap:anywhere';

/**
 * The page of a mail's frame. The frame belongs to no origin and gets no cookie, so the mail's own pictures are
 * fetched here and written in; styles stand in attributes, because the content policy allows no style sheet in it.
 */
export async function framePage(html: string, hasQuoted: boolean, fetchImage: (url: string) => Promise<string | null>): Promise<string> {
  // Parsed without being shown: nothing in it runs or loads.
  const page = new DOMParser().parseFromString(html, 'text/html');
  if (hasQuoted) dropQuoted(page.body);
  page.body.setAttribute('style', sheet);
  for (const image of page.querySelectorAll('img')) {
    const src = image.getAttribute('src');
    const data = src?.startsWith('/files/') ? await fetchImage(src) : null;
    if (data) {
      image.setAttribute('src', data);
      image.style.maxWidth = '100%';
      image.style.height = 'auto';
    } else image.remove();
  }
  const policy = "default-src 'none'; img-src data:; style-src-attr 'unsafe-inline'; form-action 'none'; base-uri 'none'";
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"></head>${page.body.outerHTML}</html>`;
}

export async function imageAsData(url: string): Promise<string | null> {
  try {
    const response = await fetch(url, { credentials: 'same-origin' });
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || !/^image\/(?:png|jpeg|gif|webp|avif)\b/.test(type)) return null;
    const bytes = new Uint8Array(await response.arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return `data:${type};base64,${btoa(text)}`;
  } catch {
    return null;
  }
}
