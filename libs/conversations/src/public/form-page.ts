import { LIMITS, type Locale } from '@kaiku/kernel';
import { fieldErrors, html, type Html, message, page, summary } from '@kaiku/platform';
import type { KeptFile } from './form-files';
import type { FormFields, FormProblem } from './form.rules';

export interface FormPage {
  readonly locale: Locale;
  readonly organisation: string;
  readonly nonce: string;
  readonly fields: FormFields;
  /** Already here, each with the signed id that brings it back. */
  readonly files: readonly (KeptFile & { readonly sealed: string })[];
  readonly problems: readonly FormProblem[];
  /** Whether asking for one's own data is among the choices. */
  readonly privacy: boolean;
}

export const EMPTY: FormFields = { kind: '', what: '', order: '', email: '', phone: '' };
const CHOICES = ['complaint', 'question', 'feedback'] as const;

/** The feedback form, with what was typed and what is wrong with it. */
export function formPage(p: FormPage): string {
  const t = (key: string, params = {}): string => message(p.locale, `public.${key}`, params);
  const asks = p.fields.kind === 'privacy_request';
  const title = t(asks ? 'privacy.ask' : 'form.title');
  return page({
    locale: p.locale,
    organisation: p.organisation,
    title,
    failed: p.problems.length > 0,
    path: (locale) => `/${locale}/form`,
    form: 'f',
    send: t('form.send'),
    main: html`${summary(p.locale, p.problems)}<h1>${title}</h1>
<p>${t('form.lead')}</p>
<form id="f" method="post" action="/${p.locale}/form#e" enctype="multipart/form-data" novalidate>
<input type="hidden" name="nonce" value="${p.nonce}" autocomplete="off">
${p.privacy && html`<input type="hidden" name="privacy" value="1">`}
${kinds(p)}
${text(p, 'what', asks ? { label: t('form.request'), hint: t('form.request_hint'), area: true } : { hint: t('form.what_hint'), area: true })}
${text(p, 'order', {})}
${files(p)}
${text(p, 'email', { type: 'email', autocomplete: 'email' })}
${text(p, 'phone', { type: 'tel', autocomplete: 'tel' })}
<div class="trap" aria-hidden="true"><label for="homepage">${t('form.trap')}</label><input id="homepage" name="homepage" tabindex="-1" autocomplete="off"></div>
<p class="quiet">${t('form.use')} <a href="/${p.locale}/privacy">${t('form.use_more')}</a></p>
${fieldErrors(p.locale, p.problems, 'send')}<button class="main" id="send">${t('form.send')}</button>
</form>`,
  });
}

function kinds(p: FormPage): Html {
  const errors = fieldErrors(p.locale, p.problems, 'kind');
  const choices = p.privacy ? ([...CHOICES, 'privacy_request'] as const) : CHOICES;
  return html`<div class="field${errors && ' wrong'}"><fieldset${errors && html` aria-describedby="kind-why"`}><legend>${message(p.locale, 'public.form.kind')}</legend>
${errors}${choices.map(
    (kind, i) => html`<div class="choice"><input type="radio" name="kind" value="${kind}" id="${i === 0 ? 'kind' : kind}" ${p.fields.kind === kind && html`checked`}><label for="${i === 0 ? 'kind' : kind}">${message(p.locale, `public.kind.${kind}`)}</label></div>
`,
  )}</fieldset></div>`;
}

function text(p: FormPage, name: 'what' | 'order' | 'email' | 'phone', o: { label?: string; hint?: string; area?: boolean; type?: string; autocomplete?: string }): Html {
  const errors = fieldErrors(p.locale, p.problems, name);
  const describedBy = [o.hint && `${name}-hint`, errors && `${name}-why`].filter(Boolean).join(' ');
  const rest = html`id="${name}" name="${name}" ${describedBy && html`aria-describedby="${describedBy}"`} ${errors && html`aria-invalid="true"`}`;
  return html`<div class="field${errors && ' wrong'}"><label for="${name}">${o.label ?? message(p.locale, `public.form.${name}`)}</label>
${o.hint && html`<p class="quiet" id="${name}-hint">${o.hint}</p>`}${errors}${
    o.area
      ? html`<textarea ${rest} rows="6">
${p.fields[name]}</textarea>`
      : html`<input type="${o.type ?? 'text'}" ${rest} value="${p.fields[name]}" ${o.autocomplete && html`autocomplete="${o.autocomplete}"`}>`
  }</div>`;
}

function files(p: FormPage): Html {
  const errors = fieldErrors(p.locale, p.problems, 'files');
  const kept =
    p.files.length > 0 &&
    html`<div class="field"><fieldset><legend>${message(p.locale, 'public.form.kept')}</legend><p class="quiet">${message(p.locale, 'public.form.kept_hint')}</p>
${p.files.map((f, i) => html`<div class="choice"><input type="checkbox" name="kept" id="kept${i}" value="${f.sealed}" checked><label for="kept${i}">${f.name}</label></div>`)}</fieldset></div>`;
  const limits = { files: LIMITS.form.files, maximum: LIMITS.form.fileBytes / 1024 / 1024 };
  return html`${kept}<div class="field${errors && ' wrong'}"><label for="files">${message(p.locale, p.files.length > 0 ? 'public.form.more_files' : 'public.form.files', limits)}</label>
${errors}<input type="file" id="files" name="files" multiple ${errors && html`aria-describedby="files-why" aria-invalid="true"`}></div>`;
}
