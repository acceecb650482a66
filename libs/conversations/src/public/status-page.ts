import type { Locale } from '@kaiku/kernel';
import { fieldErrors, html, type Html, message, page, type PageProblem, summary } from '@kaiku/platform';
import type { StatusMessage, StatusTicket } from './status.queries';
import { firstNameOf, shownMessages, stepsOf, type Showing, type Step } from './status.rules';
import { when } from './when';

/** What was just done, told once above the page. */
export const DONE = ['sent', 'closed', 'link'] as const;
export type Done = (typeof DONE)[number];

export interface StatusPage {
  readonly locale: Locale;
  readonly organisation: string;
  /** The shop's time zone. */
  readonly zone: string;
  readonly token: string;
  readonly nonce: string;
  readonly now: Date;
  readonly ticket: StatusTicket;
  readonly messages: readonly StatusMessage[];
  readonly showing: Showing;
  readonly done: Done | null;
  /** What was typed and not sent. */
  readonly typed: string;
  readonly problems: readonly PageProblem[];
}

/** A customer's own page of a ticket. */
export function statusPage(p: StatusPage): string {
  const { ticket, locale } = p;
  const t = (key: string, params = {}): string => message(locale, `public.status.${key}`, params);
  const writes = p.showing !== 'steps';
  const subject = (p.showing === 'steps' ? null : ticket.subject) ?? t('untitled');
  return page({
    locale,
    organisation: p.organisation,
    title: subject,
    failed: p.problems.length > 0,
    path: (other) => `/${other}/m/${p.token}`,
    ...(writes ? { form: 'r', send: message(p.locale, 'public.form.send') } : {}),
    main: html`${summary(locale, p.problems)}${p.done && html`<div class="done" id="done" role="status"><p>${t(`done_${p.done}`)}</p></div>
`}<h1 lang="${ticket.language}">${subject}</h1>
<p class="quiet">${t('sent', { number: String(ticket.number), when: when(new Date(ticket.receivedAt), p.now, locale, p.zone) })}</p>
<ol class="steps">${stepsOf(ticket, p.messages[0]?.byUs ?? false, p.now).map((s) => stepItem(p, s))}</ol>
${writes ? [conversation(p), replyForm(p)] : linkForm(p, 'old')}
${writes && own(p)}`,
  });
}

function stepItem(p: StatusPage, s: Step): Html {
  const said = message(p.locale, `public.step.${s.text}`);
  const at = s.at && html`, ${when(s.at, p.now, p.locale, p.zone)}`;
  const promise = s.promise && html` ${message(p.locale, 'public.step.promise', { when: when(s.promise, p.now, p.locale, p.zone, true) })}`;
  return html`<li${s.now && html` class="now" aria-current="step"`}>${said}${at}${s.promise && html`.`}${promise}</li>
`;
}

function conversation(p: StatusPage): Html {
  const { shown, more } = shownMessages(p.messages, p.showing);
  return html`<h2>${message(p.locale, 'public.status.messages')}</h2>
${p.showing === 'own' && p.messages.length > shown.length && linkForm(p, 'own')}${shown.map((m) => card(p, m))}${more && html`<p class="quiet">${message(p.locale, 'public.status.more')}</p>`}`;
}

function card(p: StatusPage, m: StatusMessage): Html {
  const first = firstNameOf(m);
  const mine = m.address === null || p.ticket.writer === null || m.address.toLowerCase() === p.ticket.writer.toLowerCase();
  const author = m.byUs ? [first, p.organisation].filter(Boolean).join(', ') : message(p.locale, mine ? 'public.status.you' : 'public.status.other');
  return html`<article><h3>${author}</h3> <small>${when(new Date(m.at), p.now, p.locale, p.zone)}</small>
<p class="text" lang="${p.ticket.language}">${m.text.trim()}</p>${m.files.length > 0 && html`<ul aria-label="${message(p.locale, 'public.status.files')}">${m.files.map((name) => html`<li>${name}</li>`)}</ul>`}</article>
`;
}

function replyForm(p: StatusPage): Html {
  const errors = fieldErrors(p.locale, p.problems, 'text');
  return html`<form id="r" method="post" action="/${p.locale}/m/${p.token}#e" enctype="multipart/form-data" novalidate>
<input type="hidden" name="do" value="message"><input type="hidden" name="nonce" value="${p.nonce}" autocomplete="off">
<div class="field${errors && ' wrong'}"><label for="text">${message(p.locale, 'public.status.add')}</label>
${errors}<textarea id="text" name="text" rows="6" ${errors && html`aria-describedby="text-why" aria-invalid="true"`}>
${p.typed}</textarea></div>
<button class="main">${message(p.locale, 'public.status.send')}</button>
</form>
`;
}

/** The way to a link that shows everything: it goes to the address on file, which is not named here. */
function linkForm(p: StatusPage, why: 'old' | 'own'): Html {
  const said = message(p.locale, `public.status.${p.ticket.writer === null ? 'no_address' : why === 'own' ? 'own_only' : why}`, { number: String(p.ticket.number) });
  return html`<p>${said}</p>
${p.ticket.writer !== null && html`<form method="post" action="/${p.locale}/m/${p.token}"><p><button class="link" name="do" value="link">${message(p.locale, 'public.status.mail_link')}</button></p></form>
`}`;
}

function own(p: StatusPage): Html {
  const open = !['solved', 'closed', 'merged'].includes(p.ticket.status);
  return html`<h2>${message(p.locale, 'public.status.own')}</h2>
<div class="rows">${open && html`<form method="post" action="/${p.locale}/m/${p.token}"><button class="link" name="do" value="close">${message(p.locale, 'public.status.close')}</button></form>`}
<a href="/${p.locale}/form?kind=privacy_request">${message(p.locale, 'public.status.ask')}</a></div>`;
}
