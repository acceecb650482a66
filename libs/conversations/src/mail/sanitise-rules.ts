import type { Attributes, Tag } from 'sanitize-html';
import { safeStyle } from './style-attribute';

export const ALLOWED_TAGS = [
  'p', 'br', 'hr', 'div', 'span', 'blockquote', 'pre', 'code', 'tt', 'ul', 'ol', 'li', 'dl', 'dt', 'dd',
  'b', 'strong', 'i', 'em', 'u', 's', 'del', 'ins', 'sub', 'sup', 'small', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
  'a', 'img', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th',
];

/** Their content is no text for people, or is read by other rules than HTML's: it goes with the tag. */
export const CONTENT_DROPPED = [
  'script', 'style', 'title', 'textarea', 'option', 'select', 'noscript', 'noembed', 'noframes', 'iframe', 'xmp', 'plaintext',
  'template', 'svg', 'math', 'object', 'applet', 'audio', 'video',
];

export const ALLOWED_ATTRIBUTES: Record<string, string[]> = {
  '*': ['style', 'dir', 'lang', 'data-quoted'],
  a: ['href', 'rel', 'target'],
  img: ['src', 'data-src', 'alt', 'width', 'height'],
  table: ['width', 'align', 'border', 'cellpadding', 'cellspacing', 'bgcolor'],
  tr: ['align', 'valign', 'bgcolor'],
  td: ['colspan', 'rowspan', 'width', 'align', 'valign', 'bgcolor'],
  th: ['colspan', 'rowspan', 'width', 'align', 'valign', 'bgcolor'],
  ol: ['start', 'type'],
};

export const SIMPLE_TAGS: ReadonlySet<string> = new Set(['p', 'br', 'div', 'span', 'blockquote', 'ul', 'ol', 'li', 'a', 'b', 'strong', 'i', 'em', 'u']);

const SIZE = /^\d{1,4}%?$/;
const VALUES: ReadonlyMap<string, RegExp> = new Map([
  ['width', SIZE], ['height', SIZE], ['border', /^\d{1,2}$/], ['cellpadding', /^\d{1,2}$/], ['cellspacing', /^\d{1,2}$/],
  ['colspan', /^\d{1,3}$/], ['rowspan', /^\d{1,3}$/], ['start', /^\d{1,6}$/], ['type', /^[1aAiI]$/],
  ['align', /^(?:left|right|center|justify)$/i], ['valign', /^(?:top|middle|bottom|baseline)$/i],
  ['bgcolor', /^(?:#[0-9a-f]{6}|[a-z]{3,20})$/i], ['dir', /^(?:ltr|rtl|auto)$/i], ['lang', /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}$/i],
  ['data-quoted', /^(?:block|rest)$/],
]);

const RENAMED: Readonly<Record<string, string>> = { font: 'span', center: 'div', strike: 's', big: 'span', section: 'div', article: 'div', header: 'div', footer: 'div', main: 'div', body: 'div' };

export interface TagFindings {
  remoteImages: number;
}

/** One rule for every tag: renames, checks each value, sends pictures and links their own way. */
export function tagRules(files: ReadonlyMap<string, string>, found: TagFindings): (name: string, given: Attributes) => Tag {
  const served = new Set([...files.values()].map(fileUrl));
  return (name, given) => {
    if (name === 'a') return link(given);
    if (name === 'img') return picture(given, files, served, found);
    const attribs = common(given);
    const quoted = quotedMark(name, given);
    if (quoted) attribs['data-quoted'] = quoted;
    if (name === 'center') attribs['style'] = safeStyle(`${attribs['style'] ?? ''};text-align:center`);
    if (name === 'font' && given['color']) attribs['style'] = safeStyle(`${attribs['style'] ?? ''};color:${given['color']}`);
    if (attribs['style'] === '') delete attribs['style'];
    return { tagName: RENAMED[name] ?? name, attribs };
  };
}

export function fileUrl(id: string): string {
  return `/files/${encodeURIComponent(id)}`;
}

function common(given: Attributes): Attributes {
  const attribs: Attributes = {};
  for (const [name, check] of VALUES) {
    const value = given[name]?.trim();
    if (value !== undefined && check.test(value)) attribs[name] = value;
  }
  const style = safeStyle(given['style'] ?? '');
  if (style !== '') attribs['style'] = style;
  return attribs;
}

function link(given: Attributes): Tag {
  const href = webUrl(given['href'] ?? '', ['http:', 'https:', 'mailto:', 'tel:']);
  const attribs = common(given);
  // an anchor that leads nowhere is words
  if (href === null) return { tagName: 'span', attribs };
  return { tagName: 'a', attribs: { ...attribs, href, rel: 'noopener noreferrer nofollow', target: '_blank' } };
}

function picture(given: Attributes, files: ReadonlyMap<string, string>, served: ReadonlySet<string>, found: TagFindings): Tag {
  const attribs = common(given);
  const alt = given['alt']?.slice(0, 300);
  if (alt !== undefined) attribs['alt'] = alt;
  const src = (given['src'] ?? '').trim();
  const inline = /^cid:/i.test(src) ? files.get(contentId(src)) : undefined;
  if (inline !== undefined) attribs['src'] = fileUrl(inline);
  // only this mail's own pictures: a sender must not point at other files of the desk
  else if (served.has(src)) attribs['src'] = src;
  else {
    const remote = webUrl(given['data-src'] ?? '', ['http:', 'https:']) ?? webUrl(src, ['http:', 'https:']);
    const dot = ['0', '1', '2'];
    const counts = dot.includes(attribs['width'] ?? '') && dot.includes(attribs['height'] ?? '');
    // a picture of one dot only tells the sender that it was looked at
    if (remote !== null && !counts) {
      attribs['data-src'] = remote;
      found.remoteImages++;
    }
  }
  return { tagName: 'img', attribs };
}

function contentId(src: string): string {
  const id = src.slice(4);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/**
 * The URL as every browser will read it, spelled out by the same rules (WHATWG), so that no
 * second parser can see another scheme in it; hosts come out in punycode.
 */
function webUrl(text: string, schemes: readonly string[]): string | null {
  if (text.length > 8_000) return null;
  try {
    const url = new URL(text.trim());
    return schemes.includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * Where quoted history begins, so that the console can fold it: `block` is the history itself,
 * `rest` means that it and everything after it is.
 */
function quotedMark(name: string, given: Attributes): 'block' | 'rest' | null {
  const id = given['id'] ?? '';
  const classes = given['class'] ?? '';
  if (/^(?:x_)*(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container)$/.test(id) || /(?:^|\s)(?:OutlookMessageHeader|moz-cite-prefix)(?:\s|$)/.test(classes)) return 'rest';
  if (/(?:^|\s)(?:gmail_quote|gmail_quote_container|yahoo_quoted|protonmail_quote|moz-forward-container)(?:\s|$)/.test(classes)) return 'block';
  // Outlook for Windows has no name for it, only this line above the header block
  if (name === 'div' && /border-top:\s*solid #(?:e1e1e1|b5c4df) 1\.0pt/i.test(given['style'] ?? '')) return 'rest';
  return name === 'blockquote' && given['type'] === 'cite' ? 'block' : null;
}
