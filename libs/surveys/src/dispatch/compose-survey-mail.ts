import type { Locale } from '@kaiku/kernel';
import { message } from '@kaiku/platform';
import { valuesOf, type Question } from '../survey.words';

/** What a mail is made of. */
export interface SurveyMailParts {
  readonly language: Locale;
  readonly texts: Readonly<Record<string, string>>;
  readonly questions: readonly Question[];
  readonly organisation: string;
  /** The page, with this answer chosen when one is given. */
  readonly link: (answer?: string | number) => string;
  readonly unsubscribe: string;
  /** `#10482`, null for a campaign. */
  readonly reference: string | null;
  readonly reminder: boolean;
}

/** `4 – Rather satisfied`; of a scale whose steps have no names of their own only the number. */
export function answerLabel(question: Question, value: string | number, texts: Readonly<Record<string, string>>): string {
  const label = texts[`q.${question.id}.${value}`];
  if (typeof value === 'string') return label ?? value;
  return label ? `${value} – ${label}` : String(value);
}

/** The same words as text and as HTML: a list of links, each with its words, nothing to load, no colours of its own. */
export function composeSurveyMail(parts: SurveyMailParts): { subject: string; text: string; html: string } {
  const { language, texts, questions } = parts;
  const say = (key: string, params: Record<string, string> = {}): string => message(language, `survey.mail.${key}`, params);
  const first = questions[0];
  const answers = first ? (valuesOf(first) ?? []).toReversed() : [];
  const subject = parts.reminder ? say('reminder_subject', { subject: texts['mail.subject'] ?? '' }) : (texts['mail.subject'] ?? '');
  const open = [texts['mail.greeting'], parts.reminder ? say('reminder') : null, texts['mail.intro']].filter((line) => line);
  const close = [texts['mail.thanks'], parts.organisation].filter((line) => line);
  const links = answers.map((value) => ({ label: answerLabel(first!, value, texts), href: parts.link(value) }));
  const small = [parts.reference ? say('reference', { reference: parts.reference }) : null, say('why', { organisation: parts.organisation })].filter((line) => line !== null);

  const text = [
    ...open, '',
    ...(first && links.length > 0 ? [texts[`q.${first.id}`] ?? '', '', ...links.flatMap(({ label, href }) => [label, href, ''])] : []),
    say('page'), parts.link(), '', ...close, '', '-- ', ...small, say('unsubscribe'), parts.unsubscribe, '',
  ].join('\n');

  const p = (line: string): string => `<p style="margin:0 0 16px">${escape(line)}</p>`;
  const a = (href: string, label: string, style: string): string => `<a href="${escape(href)}" style="${style}">${escape(label)}</a>`;
  const list = links.map(({ label, href }) => `<li style="margin:0;padding:0">${a(href, label, 'display:inline-block;padding:12px 0;font-size:18px;line-height:24px')}</li>`).join('\n');
  const html = `<!DOCTYPE html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:16px;font:16px/24px sans-serif">
${open.map((line) => p(line!)).join('\n')}
${first && links.length > 0 ? `<p style="margin:0 0 8px"><strong>${escape(texts[`q.${first.id}`] ?? '')}</strong></p>\n<ul style="margin:0 0 16px;padding:0;list-style:none">\n${list}\n</ul>` : ''}
<p style="margin:0 0 16px">${a(parts.link(), say('page'), 'display:inline-block;padding:12px 0')}</p>
${close.map((line) => p(line!)).join('\n')}
<hr>
${small.map((line) => `<p style="margin:0 0 8px;font-size:14px">${escape(line)}</p>`).join('\n')}
<p style="margin:0;font-size:14px">${a(parts.unsubscribe, say('unsubscribe'), 'display:inline-block;padding:12px 0')}</p>
</body>
</html>
`;
  return { subject, text, html };
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
