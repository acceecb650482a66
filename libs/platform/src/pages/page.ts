import { LOCALES, type Locale } from '@kaiku/kernel';
import { message } from '../i18n/messages';
import type { FastifyReply } from 'fastify';
import { html, Html, type Shown } from './html';
import { STYLE, STYLE_HASH } from './page-style';

/** Of every public page: no script, no frame, no copy kept anywhere, nothing told to other sites. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src ${STYLE_HASH}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

export interface Page {
  readonly locale: Locale;
  readonly organisation: string;
  readonly title: string;
  /** The page reports errors: its title says so first. */
  readonly failed?: boolean;
  /** Where the same page is in another language. */
  readonly path: (locale: Locale) => string;
  /** The form whose typed text must survive a change of language: then the switch sends it. */
  readonly form?: string;
  /** What the button says that sends this form. */
  readonly send?: string;
  readonly main: Shown;
}

/** A whole page. */
export function page(p: Page): string {
  const title = `${p.failed ? `${message(p.locale, 'public.error')}: ` : ''}${p.title} – ${p.organisation}`;
  const document = html`<!doctype html>
<html lang="${p.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
${p.form && firstButton(p)}<header><div><strong>${p.organisation}</strong>
<nav aria-label="${message(p.locale, 'public.language')}">${LOCALES.map((locale) => languageSwitch(p, locale))}</nav></div></header>
<main>
${p.main}
</main>
<footer><a href="/${p.locale}/privacy">${message(p.locale, 'public.privacy')}</a> · <a href="/${p.locale}/accessibility">${message(p.locale, 'public.accessibility')}</a></footer>
</body>
</html>
`;
  return document.markup;
}

function languageSwitch(p: Page, locale: Locale): Html {
  const name = LANGUAGE_NAMES[locale];
  if (locale === p.locale) return html`<span aria-current="true">${name}</span>`;
  if (!p.form) return html`<a href="${p.path(locale)}" lang="${locale}" hreflang="${locale}">${name}</a>`;
  return html`<button class="link" form="${p.form}" formaction="${p.path(locale)}" formnovalidate name="_lang" value="${locale}" lang="${locale}">${name}</button>`;
}

/** Enter in a field presses the first button of the form in the page: without this one, that of a language. */
const firstButton = (p: Page): Html => html`<button class="away" form="${p.form}" tabindex="-1" aria-hidden="true">${p.send}</button>
`;

export async function sendPage(reply: FastifyReply, status: number, markup: string): Promise<void> {
  await reply.status(status).headers(PAGE_HEADERS).send(markup);
}

/** Back to a page that is only read: a reload there sends nothing again. */
export async function sendBack(reply: FastifyReply, to: string): Promise<void> {
  await reply.status(303).headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow', location: to }).send();
}
