import type { Locale } from '@kaiku/kernel';
import { html, type Html, message, page } from '@kaiku/platform';

type Info = 'privacy' | 'accessibility';
const PARAGRAPHS: Readonly<Record<Info, readonly string[]>> = { privacy: ['use', 'who', 'files', 'page'], accessibility: ['how', 'tell'] };

/** What happens with the data of these pages, or how they can be used; short, with a way to ask. */
export function infoPage(locale: Locale, organisation: string, about: Info): string {
  const t = (key: string): string => message(locale, `public.${about}.${key}`, { organisation });
  const ask: Html = about === 'privacy' ? html`<a href="/${locale}/form?kind=privacy_request">${t('ask')}</a>` : html`<a href="/${locale}/form?kind=feedback">${t('ask')}</a>`;
  return page({
    locale,
    organisation,
    title: t('title'),
    path: (other) => `/${other}/${about}`,
    main: html`<h1>${t('title')}</h1>
${PARAGRAPHS[about].map((key) => html`<p>${t(key)}</p>\n`)}<p>${ask}</p>`,
  });
}

/** A page that only says something: not found, too many, gone wrong. @param ofDesk leads to the desk instead of the form */
export function noticePage(locale: Locale, organisation: string, about: 'not_found' | 'too_many' | 'broken', path: (locale: Locale) => string, ofDesk = false): string {
  const t = (key: string): string => message(locale, `public.${about}.${key}`);
  return page({
    locale,
    organisation,
    title: t('title'),
    path,
    main: html`<h1>${t('title')}</h1>
<p>${t('text')}</p>
<p>${ofDesk ? html`<a href="/queue">${message(locale, 'public.to_desk')}</a>` : html`<a href="/${locale}/form">${message(locale, 'public.to_form')}</a>`}</p>`,
  });
}
