import { LIMITS } from '@kaiku/kernel';
import type { StatusMessage, StatusTicket } from './status.queries';

/**
 * How much a link shows. `all`: it was mailed to the address of the matter lately, or there is no address. `own`: the form showed it to whoever
 * sent the form, which proves no address, so only what was typed on these pages. `steps`: nobody has used it for long.
 */
export type Showing = 'all' | 'own' | 'steps';

export function showingOf(ticket: Pick<StatusTicket, 'linkAt' | 'writer'>, byFormLink: boolean, now: Date): Showing {
  const ageDays = (now.getTime() - new Date(ticket.linkAt).getTime()) / 86_400_000;
  if (ageDays > LIMITS.publicLink.freshDays) return 'steps';
  return byFormLink && ticket.writer !== null ? 'own' : 'all';
}

type StatusFacts = Pick<StatusTicket, 'status' | 'receivedAt' | 'answeredAt' | 'solvedAt' | 'nextDueAt' | 'answerWanted'>;

export interface Step {
  readonly text: 'received' | 'answered' | 'will_answer' | 'reading' | 'working' | 'your_turn' | 'done' | 'closed';
  readonly at: Date | null;
  /** Until when we promise the next thing. */
  readonly promise: Date | null;
  readonly now: boolean;
}

/**
 * Received, answered, in progress, done: what the customer can know, said from dates and messages; the desk's own states stay in the desk.
 * @param weSpokeLast whether the newest message is ours
 */
export function stepsOf(t: StatusFacts, weSpokeLast: boolean, now: Date): readonly Step[] {
  const ended = t.status === 'solved' || t.status === 'closed';
  // A promise that has passed is said by nobody: the desk knows that it is late.
  const promise = !ended && t.nextDueAt && new Date(t.nextDueAt) > now ? new Date(t.nextDueAt) : null;
  const step = (text: Step['text'], at: string | null, current = false, until: Date | null = null): Step => ({ text, at: at ? new Date(at) : null, promise: until, now: current });
  const received = step('received', t.receivedAt);
  const last = ended ? step('closed', t.solvedAt, true) : step('done', null);
  if (!t.answeredAt && ended) return [received, last];
  if (!t.answeredAt && !t.answerWanted) return [received, step('reading', null, true), last];
  if (!t.answeredAt) return [received, step('will_answer', null, true, promise), step('working', null), last];
  return [received, step('answered', t.answeredAt), step(weSpokeLast && !ended && !promise ? 'your_turn' : 'working', null, !ended, promise), last];
}

/** What of the messages is shown: as many as a page can carry, the newest always whole. */
export function shownMessages(messages: readonly StatusMessage[], showing: Showing): { shown: readonly StatusMessage[]; more: boolean } {
  if (showing === 'steps') return { shown: [], more: false };
  const allowed = showing === 'all' ? messages : messages.filter((m) => !m.byUs && m.channel === 'form');
  let room: number = LIMITS.publicLink.characters;
  const shown = allowed.filter((m, i) => (room -= m.text.length) > 0 || i === 0);
  return { shown, more: shown.length < allowed.length || messages.length === LIMITS.publicLink.messages };
}

/** The first name only: surnames of those who work here are theirs. Null for what no person wrote. */
export const firstNameOf = (m: Pick<StatusMessage, 'authorName' | 'byPerson'>): string | null => (m.byPerson ? (m.authorName?.trim().split(/\s+/)[0] || null) : null);
