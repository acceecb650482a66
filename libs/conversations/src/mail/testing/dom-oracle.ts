import { Window } from 'happy-dom';
import { ALLOWED_TAGS } from '../sanitise-rules';

// one window for all: making one costs more than reading most mails
const reader = new Window({ settings: { disableJavaScriptFileLoading: true, disableCSSFileLoading: true } });

const ATTRIBUTES = new Set(['style', 'dir', 'lang', 'data-quoted', 'href', 'rel', 'target', 'src', 'data-src', 'alt', 'width', 'height', 'align', 'valign', 'border', 'cellpadding', 'cellspacing', 'bgcolor', 'colspan', 'rowspan', 'start', 'type']);
const STYLE = /^(?:(?:text-align|font-weight|font-style|text-decoration|color|background-color):[a-z0-9#(),.-]+;?)*$/;

/**
 * Reads markup as a document, which is another way than the sanitiser took, and lists everything
 * in it that could run, load, post, cover the page or take a name in it. Empty means harmless.
 */
export function dangersIn(html: string): string[] {
  const document = new reader.DOMParser().parseFromString(`<!DOCTYPE html><html><body>${html}</body></html>`, 'text/html');
  const dangers: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    const tag = element.tagName.toLowerCase();
    if (['html', 'head', 'body'].includes(tag) && element.attributes.length === 0) continue;
    if (!ALLOWED_TAGS.includes(tag)) dangers.push(`element ${tag}`);
    for (const { name, value } of element.attributes) dangers.push(...dangersOf(tag, name, value ?? ''));
  }
  return dangers;
}

function dangersOf(tag: string, name: string, value: string): string[] {
  if (!ATTRIBUTES.has(name)) return [`attribute ${name} on ${tag}`];
  if (name === 'style' && !STYLE.test(value)) return [`style ${value}`];
  // eslint-disable-next-line no-control-regex
  const bare = value.replace(/[\u0000-\u0020]/g, '').toLowerCase();
  if (name === 'href' && !/^(?:https?:\/\/|mailto:|tel:)/.test(bare)) return [`href ${value}`];
  if (name === 'data-src' && !/^https?:\/\//.test(bare)) return [`data-src ${value}`];
  if (name === 'src' && !/^\/files\/[A-Za-z0-9%._~!*'()-]+$/.test(value)) return [`src ${value}`];
  if (name === 'href' && tag !== 'a') return [`href on ${tag}`];
  return [];
}
