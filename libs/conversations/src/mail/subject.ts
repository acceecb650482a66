import { cut, markInvisible, oneLine } from './clean-text';
import { MAIL_LIMITS } from './mail-limits';

/**
 * Reply and forward marks of the clients seen in the Nordics and their neighbours, with or
 * without a counter: "VS:", "Sv: ", "RE[2]:", "AW :", "Fwd:".
 */
const PREFIX =
  /^(?:re|sv|vs|aw|antw|antwort|odp|ynt|vast|rép|svar|vastaus|fw|fwd|vl|vb|wg|tr|välitetty|vidarebefordrat|weitergeleitet)(?:\s?[[(]\d{1,3}[\])]|\s?\^\d{1,3})?\s?[:：]\s*/iu;

const FORWARD = /^(?:fwd?|vl|vb|wg|tr|välitetty|vidarebefordrat|weitergeleitet)\s?[:：]/iu;

export interface SubjectReading {
  /** safe to show, prefixes kept; '' when there was none */
  shown: string;
  /** without reply and forward prefixes and without our ticket mark: equal for one discussion */
  bare: string;
  /** `#10482` in the subject. A hint for people, never access to a ticket */
  ticketNumber: number | null;
  /** carries a mark that is not a forward's */
  isReply: boolean;
  /** the outermost mark is a forward's */
  isForward: boolean;
}

/** Any string at all; work is bounded by its first 2,000 characters. */
export function readSubject(raw: string): SubjectReading {
  const line = oneLine(cut(raw, 2_000));
  const shown = cut(markInvisible(line), MAIL_LIMITS.subjectChars);
  const ticketNumber = ticketHint(line);
  let rest = withoutTicketMark(line);
  const isForward = FORWARD.test(rest);
  let isReply = false;
  for (;;) {
    const prefix = PREFIX.exec(rest);
    if (!prefix) break;
    isReply ||= !FORWARD.test(prefix[0]);
    rest = rest.slice(prefix[0].length);
  }
  return { shown, bare: cut(markInvisible(rest.trim()), MAIL_LIMITS.subjectChars), ticketNumber, isReply, isForward };
}

/** Our mark in brackets wins over a bare number, which may be anybody's order. */
export function ticketHint(subject: string): number | null {
  const marked = /\[#(\d{1,9})\]/.exec(subject) ?? /(?:^|[\s(:])#(\d{3,9})(?=$|[\s).,:;!?])/.exec(subject);
  return marked?.[1] ? Number(marked[1]) : null;
}

/** The subject of our mails: stable over the whole discussion, so that every client threads it. */
export function replySubject(subject: string, ticketNumber: number, words: { /** '' when no mail is answered */ prefix: string; /** where the mail had no subject */ untitled: string }): string {
  const { bare } = readSubject(subject);
  if (bare === '') return `${words.untitled} [#${ticketNumber}]`;
  const room = MAIL_LIMITS.subjectChars - words.prefix.length - 16;
  return `${words.prefix} ${cut(bare, room)} [#${ticketNumber}]`.replace(/\s+/g, ' ').trim();
}

function withoutTicketMark(subject: string): string {
  return subject.replace(/\s*\[#\d{1,9}\]\s*/g, ' ').trim();
}
