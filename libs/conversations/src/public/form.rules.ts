import { LIMITS, type Locale } from '@kaiku/kernel';
import { normalisePhone } from '@kaiku/customers';
import { validAddress } from '../mail/addresses';
import { cut, oneLine, storable } from '../mail/clean-text';

/** What a sender may choose. `privacy_request` is offered where somebody asks for their own data. */
export const FORM_KINDS = ['complaint', 'question', 'feedback', 'privacy_request'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** What was typed, cleaned of what cannot be stored and otherwise as it was. */
export interface FormFields {
  readonly kind: string;
  readonly what: string;
  readonly order: string;
  readonly email: string;
  readonly phone: string;
}

/** A form that can be taken. */
export interface FormInput {
  readonly kind: FormKind;
  readonly language: Locale;
  readonly what: string;
  readonly orderNumber: string | null;
  readonly email: string | null;
  /** As typed; it can be a number. */
  readonly phone: string | null;
}

export type FormField = 'kind' | 'what' | 'order' | 'email' | 'phone' | 'files' | 'send';
export interface FormProblem {
  readonly field: FormField;
  /** `public.problem.<fault>` is the sentence. */
  readonly fault: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type FormReading = { readonly input: FormInput; readonly problems: readonly [] } | { readonly input: null; readonly problems: readonly FormProblem[] };

/** Longer than any field that is taken, so that too much is seen as too much. */
const LONGEST = LIMITS.form.text * 2;
const ORDER = 60;

/** The fields of a form by name; what is missing is empty, what was sent twice is its first. */
export function fieldsOf(sent: ReadonlyMap<string, readonly string[]>): FormFields {
  const one = (name: string): string => cut(oneLine(sent.get(name)?.[0] ?? ''), 1_000);
  return { kind: one('kind'), what: cut(storable(sent.get('what')?.[0] ?? ''), LONGEST), order: one('order'), email: keptLines(sent.get('email')?.[0]), phone: one('phone') };
}

/** A line break inside an address is no typing slip: it stays, so that the address is refused. */
const keptLines = (text = ''): string => cut(storable(text).trim(), 320);

/** What can be taken, or every problem at once. */
export function readForm(fields: FormFields, language: Locale): FormReading {
  const problems: FormProblem[] = [];
  const kind = FORM_KINDS.find((k) => k === fields.kind);
  if (!kind) problems.push({ field: 'kind', fault: 'kind_required' });
  const what = fields.what.trim();
  if (what === '') problems.push({ field: 'what', fault: kind === 'privacy_request' ? 'request_required' : 'what_required' });
  if (what.length > LIMITS.form.text) problems.push({ field: 'what', fault: 'what_too_long', params: { maximum: LIMITS.form.text } });
  if (fields.order.length > ORDER) problems.push({ field: 'order', fault: 'order_too_long', params: { maximum: ORDER } });
  const email = fields.email === '' ? null : validAddress(fields.email);
  if (fields.email !== '' && !email) problems.push({ field: 'email', fault: 'email_invalid' });
  const phone = fields.phone === '' ? null : normalisePhone(fields.phone);
  if (fields.phone !== '' && !phone) problems.push({ field: 'phone', fault: 'phone_invalid' });
  if (kind && kind !== 'feedback' && fields.email === '' && fields.phone === '') problems.push({ field: 'email', fault: 'contact_required' });
  if (!kind || problems.length > 0) return { input: null, problems };
  return { input: { kind, language, what, orderNumber: fields.order || null, email, phone: phone && fields.phone }, problems: [] };
}

const SUBJECT = 80;

/** The first line of what happened, cut between words. */
export function subjectOf(what: string): string {
  const first = oneLine(what.split('\n').find((l) => l.trim() !== '') ?? '');
  if (first.length <= SUBJECT) return first;
  const start = cut(first, SUBJECT);
  const space = start.lastIndexOf(' ');
  return `${start.slice(0, space > SUBJECT / 2 ? space : SUBJECT).replace(/[\s,;:.–-]+$/, '')}…`;
}

/** Why somebody looks at it before it is worked on like others; nothing is refused for it. */
export function mustWait(f: { readonly trapFilled: boolean; readonly ageMs: number; readonly inHour: number; readonly inDay: number }): boolean {
  return f.trapFilled || f.ageMs < LIMITS.form.minSeconds * 1000 || f.inHour > LIMITS.form.perHour || f.inDay > LIMITS.form.perDay;
}
