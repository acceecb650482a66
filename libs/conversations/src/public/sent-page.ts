import type { Locale } from '@kaiku/kernel';
import { html, message, page } from '@kaiku/platform';
import type { FormKind } from './form.rules';

export interface SentPage {
  readonly locale: Locale;
  readonly organisation: string;
  readonly number: number;
  readonly token: string;
  readonly kind: FormKind;
  /** A confirmation goes out by mail too. */
  readonly mailed: boolean;
}

/** Says that the matter has arrived: its number, what happens next, where to follow it. */
export function sentPage(p: SentPage): string {
  const t = (key: string, params = {}): string => message(p.locale, `public.${key}`, params);
  return page({
    locale: p.locale,
    organisation: p.organisation,
    title: t('sent.title'),
    path: (locale) => `/${locale}/m/${p.token}`,
    main: html`<h1>${t('sent.title')}</h1>
<p>${t('sent.number')}<br><strong class="number">${p.number}</strong></p>
<h2>${t('sent.next')}</h2>
<p>${t(p.kind === 'feedback' ? 'sent.next_feedback' : 'sent.next_answer')}</p>
${p.mailed && html`<p>${t('sent.mailed')}</p>`}
<p><a href="/${p.locale}/m/${p.token}">${t('sent.follow')}</a></p>
<p class="quiet">${t('sent.keep')}</p>
<p><a href="/${p.locale}/form">${t('sent.another')}</a></p>`,
  });
}
