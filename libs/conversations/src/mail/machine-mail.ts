import { sameAddress } from './addresses';
import { readDeliveryReport, type DeliveryReport } from './delivery-report';
import { MAIL_LIMITS } from './mail-limits';
import type { ParsedMail } from './mail-types';

export type MailOrigin = 'human' | 'auto_reply' | 'out_of_office' | 'bulk_or_list' | 'bounce' | 'loop';

export interface MachineMail {
  origin: MailOrigin;
  /** which sign decided, for the ticket's history and for tests; never words of the mail */
  sign: string;
  /** for `bounce` only */
  delivery: DeliveryReport | null;
}

export interface MachineMailOptions {
  /** addresses this desk sends from; mail from them is our own, come back */
  ownAddresses?: readonly string[];
}

/**
 * Whether a person wrote this mail. Anything but `human` is kept and threaded and triggers
 * nothing: no acknowledgement, no rule, no reopening, except that a bounce is matched to its mail.
 * Order matters: our own mail come back must not pass for a list, nor a bounce for a notice.
 */
export function machineMail(mail: ParsedMail, options: MachineMailOptions = {}): MachineMail {
  const looped = loopSign(mail, options.ownAddresses ?? []);
  const bounced = bounceSign(mail);
  // a bounce of our own mail may name us everywhere, so it is asked before the loop by header
  if (bounced) return { origin: 'bounce', sign: bounced, delivery: readDeliveryReport(mail) };
  if (looped) return { origin: 'loop', sign: looped, delivery: null };
  const away = outOfOfficeSign(mail);
  if (away) return { origin: 'out_of_office', sign: away, delivery: null };
  const listed = listSign(mail);
  if (listed) return { origin: 'bulk_or_list', sign: listed, delivery: null };
  const automatic = autoReplySign(mail);
  if (automatic) return { origin: 'auto_reply', sign: automatic, delivery: null };
  // the weakest sign of a list: answering machines carry it too
  if (/^(?:bulk|list|junk)\b/i.test(first(mail, 'precedence'))) return { origin: 'bulk_or_list', sign: 'precedence', delivery: null };
  return { origin: 'human', sign: '', delivery: null };
}

function loopSign(mail: ParsedMail, own: readonly string[]): string | null {
  if (mail.receivedLines > MAIL_LIMITS.receivedLines) return 'received_lines';
  const from = mail.from?.address;
  if (from && own.some((address) => sameAddress(address, from))) return 'from_ourselves';
  const marks = mail.headers.get('x-loop') ?? [];
  return marks.some((mark) => own.some((address) => sameAddress(address, mark))) ? 'x_loop' : null;
}

function bounceSign(mail: ParsedMail): string | null {
  if (mail.report?.type === 'delivery-status') return deliveredWell(mail.report.status) ? null : 'delivery_status';
  if (mail.headers.has('x-failed-recipients')) return 'failed_recipients';
  const fromPostmaster = /^(?:mailer-daemon|postmaster|mail-daemon|maildaemon)(?:@|$)/i.test(mail.from?.address ?? mail.fromText);
  if (fromPostmaster && (mail.returnPath === '' || mail.autoSubmitted !== 'no' || FAILURE_WORDS.test(mail.subject))) return 'postmaster';
  return mail.returnPath === '' && FAILURE_WORDS.test(mail.subject) ? 'null_path_failure' : null;
}

const FAILURE_WORDS =
  /undeliver|delivery (?:status notification|failure|has failed|delayed)|mail delivery (?:failed|system)|returned mail|failure notice|delivery incomplete|ei voitu toimittaa|toimittaminen epäonnistui|toimitus epäonnistui|kunde inte levereras|kan inte levereras|går inte att leverera|olevererbart|unzustellbar|nicht zugestellt/iu;

/** "Delivered" and "relayed" reports are receipts: machine mail, but nothing came back. */
function deliveredWell(status: string): boolean {
  return /^action:[ \t]*(?:delivered|relayed|expanded)\b/im.test(status) && !/^action:[ \t]*(?:failed|delayed)\b/im.test(status);
}

const AWAY_WORDS =
  /out of (?:the )?office|automatic reply|auto(?:matic)?[- ]?repl(?:y|ied)|away from (?:the |my )?(?:office|desk)|on (?:vacation|holiday|annual leave)|poissaolo|poissa (?:toimistolta|työpaikalta)|automaattinen vastaus|automaattivastaus|olen (?:lomalla|vapaalla|poissa)|vuosilomalla|lomaviesti|frånvaro|autosvar|automatiskt svar|på semester|inte på (?:kontoret|plats)|abwesenheit|automatische antwort|nicht im büro/iu;

function outOfOfficeSign(mail: ParsedMail): string | null {
  const subject = AWAY_WORDS.test(mail.subject);
  if (mail.autoSubmitted === 'auto-replied') {
    return subject || vacationHeader(mail) || AWAY_WORDS.test((mail.text ?? '').slice(0, 2_000)) ? 'auto_replied' : null;
  }
  if (vacationHeader(mail)) return 'vacation_header';
  if (mail.headers.get('x-auto-response-suppress') && subject) return 'suppress_and_subject';
  // Outlook's own prefix, set by the server in the language of the mailbox
  return /^(?:automatic reply|out of office|automaattinen vastaus|autosvar|automatiskt svar|automatische antwort|réponse automatique)\s?:/iu.test(mail.subject) ? 'subject_prefix' : null;
}

function vacationHeader(mail: ParsedMail): boolean {
  if (mail.headers.has('x-autoreply-from') || mail.headers.has('x-mail-autoreply')) return true;
  return /vacation/i.test(first(mail, 'auto-submitted')) || /auto_reply/i.test(first(mail, 'precedence'));
}

function listSign(mail: ParsedMail): string | null {
  if (mail.listId !== null) return 'list_id';
  return ['list-unsubscribe', 'list-post', 'list-help', 'feedback-id'].find((name) => mail.headers.has(name))?.replaceAll('-', '_') ?? null;
}

function autoReplySign(mail: ParsedMail): string | null {
  if (mail.autoSubmitted !== 'no') return mail.autoSubmitted.replace('-', '_');
  for (const name of ['x-autoreply', 'x-autorespond', 'x-auto-reply-from', 'x-autogenerated']) {
    if (mail.headers.has(name) && !/^no$/i.test(first(mail, name))) return name.replaceAll('-', '_');
  }
  if (/\b(?:all|oof|autoreply)\b/i.test(first(mail, 'x-auto-response-suppress'))) return 'response_suppressed';
  if (mail.report) return 'report';
  if (mail.returnPath === '') return 'null_path';
  const local = (mail.from?.address ?? '').split('@')[0] ?? '';
  return /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|ei-?vastata|alavastaa|ala-vastaa|svara-?(?:ej|inte)|noreply[-+.].*|bounces?[-+.].*)$/i.test(local) ? 'no_reply_sender' : null;
}

function first(mail: ParsedMail, name: string): string {
  return mail.headers.get(name)?.[0] ?? '';
}
