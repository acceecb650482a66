import { validAddress } from './addresses';
import { oneLine } from './clean-text';
import type { ParsedMail } from './mail-types';

/** What a bounce says about the mail it returns. */
export interface DeliveryReport {
  /** of the returned mail, for `outboundIdOf` */
  originalMessageId: string | null;
  /** the address that did not get it */
  recipient: string | null;
  /** RFC 3463 code such as `5.1.1` */
  status: string | null;
  /** `failed` is final, `delayed` is not; `delivered` and `relayed` are no bounces */
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** the far server's words, one line; for staff, not for logs */
  diagnostic: string;
}

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

/** Reads a standard report (RFC 3464) or, failing that, the habits of servers that write none. */
export function readDeliveryReport(mail: ParsedMail): DeliveryReport {
  if (mail.report && mail.report.status !== '') return standardReport(mail, mail.report.status);
  const text = (mail.text ?? '').slice(0, 100_000);
  return {
    originalMessageId: returnedMessageId(mail, text),
    recipient: recipientInWords(mail, text),
    status: statusInWords(text),
    action: /(?:delayed|will (?:be retried|keep trying)|viivästyn|försenat|verzögert)/iu.test(mail.subject) ? 'delayed' : 'failed',
    diagnostic: oneLine(/^.{0,300}\b[45]\d\d[ -].{0,300}$/m.exec(text)?.[0] ?? '').slice(0, 500),
  };
}

function standardReport(mail: ParsedMail, status: string): DeliveryReport {
  const fields = unfolded(status);
  const action = value(fields, 'action')?.toLowerCase();
  return {
    originalMessageId: returnedMessageId(mail, ''),
    recipient: typedAddress(value(fields, 'original-recipient')) ?? typedAddress(value(fields, 'final-recipient')),
    status: statusInWords(value(fields, 'status') ?? ''),
    action: ACTIONS.find((known) => known === action) ?? 'failed',
    diagnostic: oneLine(value(fields, 'diagnostic-code') ?? '').slice(0, 500),
  };
}

/** The first value of a field; the first recipient of a report is the one it is about. */
function value(fields: string, name: string): string | null {
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(fields)?.[1]?.trim() ?? null;
}

function unfolded(block: string): string {
  return block.replace(/\n[ \t]+/g, ' ');
}

/** `rfc822;someone@shop.example` */
function typedAddress(field: string | null): string | null {
  return field === null ? null : validAddress((field.split(';').at(-1) ?? '').replace(/[<>]/g, '').trim());
}

function returnedMessageId(mail: ParsedMail, text: string): string | null {
  const returned = unfolded(mail.report?.returnedHeaders ?? '');
  const match = /^message-id:[ \t]*(<[^<>\s]{1,996}>)/im.exec(returned) ?? /^[ \t>]*message-id:[ \t]*(<[^<>\s]{1,996}>)/im.exec(text);
  return match?.[1] ?? mail.inReplyTo ?? mail.references.at(-1) ?? null;
}

function recipientInWords(mail: ParsedMail, text: string): string | null {
  const failed = mail.headers.get('x-failed-recipients')?.[0]?.split(',')[0];
  if (failed) return validAddress(failed);
  return validAddress(/<([^<>\s@]{1,64}@[^<>\s@]{1,253})>/.exec(text)?.[1] ?? /(?:^|\s)([^<>\s@:;,]{1,64}@[^<>\s@:;,]{1,253})/m.exec(text)?.[1] ?? '');
}

function statusInWords(text: string): string | null {
  return /(?:^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(text)?.[1] ?? null;
}
