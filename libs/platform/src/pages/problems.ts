import type { Locale } from '@kaiku/kernel';
import { message } from '../i18n/messages';
import { html, type Html } from './html';

/** Something to mend before a form can be taken, at one of its fields. */
export interface PageProblem {
  readonly field: string;
  /** `public.problem.<fault>` is the sentence that says what to do. */
  readonly fault: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export const problemText = (locale: Locale, p: PageProblem): string => message(locale, `public.problem.${p.fault}`, p.params);

/** Above the page: what is wrong, each with a link to its field. The form's action ends in `#e`, so that the browser goes there. */
export const summary = (locale: Locale, problems: readonly PageProblem[]): Html | false =>
  problems.length > 0 &&
  html`<div class="summary" id="e" role="alert" tabindex="-1" aria-labelledby="e-title"><h2 id="e-title">${message(locale, 'public.problems', { count: problems.length })}</h2>
<ul>${problems.map((p) => html`<li><a href="#${p.field}">${problemText(locale, p)}</a></li>`)}</ul></div>
`;

/** Above a field: what is wrong with it; nothing when nothing is. */
export function fieldErrors(locale: Locale, problems: readonly PageProblem[], field: string): Html | false {
  const texts = problems.filter((p) => p.field === field).map((p) => problemText(locale, p));
  if (texts.length === 0) return false;
  const said = texts.map((text) => html`${message(locale, 'public.error')}: ${text.slice(0, 1).toLowerCase()}${text.slice(1)}`);
  return html`<p class="why" id="${field}-why">${said.map((s, i) => html`${i > 0 && html`<br>`}${s}`)}</p>`;
}
