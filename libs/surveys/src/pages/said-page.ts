import type { Locale } from '@kaiku/kernel';
import { html, message, page } from '@kaiku/platform';
import { surveyPath } from './answer-page';

/** What a survey's link says when there is nothing to fill in. */
export type Said = 'expired' | 'reopened' | 'void' | 'used' | 'not_found' | 'too_many' | 'method' | 'broken';

export interface SaidPage {
  readonly locale: Locale;
  readonly organisation: string;
  /** Where the same page is in another language. */
  readonly path: (locale: Locale) => string;
}

/** A page with a sentence and the way to the ordinary form. */
export function saidPage(said: Said, p: SaidPage): string {
  const t = (key: string): string => message(p.locale, `survey.${key}`);
  return page({
    ...p,
    title: t(`${said}_title`),
    main: html`<h1>${t(`${said}_title`)}</h1>
<p>${t(`${said}_text`)}</p>
<p><a href="/${p.locale}/form">${t('to_form')}</a></p>`,
  });
}

export interface ThanksPage {
  readonly locale: Locale;
  readonly organisation: string;
  readonly token: string;
  /** The words of the survey's own, if it has some. */
  readonly thanks: string | null;
  readonly contact: boolean;
  /** Until when the answer can be changed, in words; null: it cannot. */
  readonly until: string | null;
}

/** The answer has been taken. */
export function thanksPage(p: ThanksPage): string {
  const t = (key: string, params = {}): string => message(p.locale, `survey.${key}`, params);
  return page({
    locale: p.locale,
    organisation: p.organisation,
    title: t('thanks_title'),
    path: (locale) => `${surveyPath(p.token, locale)}&done=1`,
    main: html`<div class="done" id="done" role="status"><p>${t('taken')}</p></div>
<h1>${t('thanks_title')}</h1>
<p>${p.thanks ?? t('thanks')}</p>
${p.contact && html`<p>${t('will_contact')}</p>\n`}${p.until && html`<p>${t('until', { until: p.until })} <a href="${surveyPath(p.token, p.locale)}&amp;edit=1">${t('edit')}</a></p>`}`,
  });
}

export interface UnsubscribePage extends SaidPage {
  readonly token: string;
  readonly done: boolean;
}

/** One button that ends surveys to an address; opening the page ends nothing. */
export function unsubscribePage(p: UnsubscribePage): string {
  const t = (key: string): string => message(p.locale, `survey.${key}`);
  const title = t(p.done ? 'unsubscribed_title' : 'unsubscribe_title');
  return page({
    ...p,
    title,
    main: html`<h1>${title}</h1>
<p>${t(p.done ? 'unsubscribed_text' : 'unsubscribe_text')}</p>
${!p.done && html`<form method="post" action="/u/${p.token}?lang=${p.locale}"><button class="main" name="confirm" value="1">${t('unsubscribe')}</button></form>\n`}`,
  });
}
