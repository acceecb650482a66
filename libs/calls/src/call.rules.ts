import { InvalidInput, type FieldProblem } from '@kaiku/kernel';
import { normalisePhone } from '@kaiku/customers';
import type { Signal } from '@kaiku/deadlines';
import { isOpen, reopenUntil, type TicketStatus } from '@kaiku/tickets';
import type { CallDirection, CallOutcome } from './call.words';
import { CallNumberInvalid } from './calls.problems';

/** The agent's clock may be a little ahead of the desk's. */
const SKEW_MS = 5 * 60_000;

export interface CallTimes {
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly callBackAt: Date | null;
}

/**
 * Times of a call that can have been: begun and ended by now, in that order; a call back lies ahead, and is there exactly when it was
 * promised. Up to five minutes ahead of the desk's clock counts as now.
 */
export function callTimes(given: { readonly startedAt: Date; readonly endedAt?: Date | null; readonly callBackAt?: Date | null; readonly outcome: CallOutcome }, now: Date): CallTimes {
  const past = (at: Date) => new Date(Math.min(at.getTime(), now.getTime()));
  const ahead = (at: Date) => at.getTime() > now.getTime() + SKEW_MS;
  const fields: FieldProblem[] = [];
  if (ahead(given.startedAt)) fields.push({ path: 'startedAt', code: 'in_the_future' });
  if (given.endedAt && given.endedAt < given.startedAt) fields.push({ path: 'endedAt', code: 'ends_before_it_starts' });
  else if (given.endedAt && ahead(given.endedAt)) fields.push({ path: 'endedAt', code: 'in_the_future' });
  if (given.outcome === 'call_back' && !given.callBackAt) fields.push({ path: 'callBackAt', code: 'required' });
  if (given.outcome === 'call_back' && given.callBackAt && given.callBackAt <= now) fields.push({ path: 'callBackAt', code: 'in_the_past' });
  if (fields.length > 0) throw new InvalidInput(fields);
  return { startedAt: past(given.startedAt), endedAt: given.endedAt ? past(given.endedAt) : null, callBackAt: given.outcome === 'call_back' ? given.callBackAt! : null };
}

/** E.164, or null for a hidden number. Throws CallNumberInvalid for anything that is neither. */
export function callNumber(typed: string | null | undefined): string | null {
  if (!typed?.trim()) return null;
  const number = normalisePhone(typed);
  if (!number) throw new CallNumberInvalid();
  return number;
}

/**
 * What a call tells the clocks of its ticket, at the call's own time however late it is written down: who called us was met in contact,
 * whom we reached was answered. Calling somebody who is to be called back was an attempt.
 */
export function signalsOfCall(call: { readonly direction: CallDirection; readonly outcome: CallOutcome; readonly startedAt: Date; readonly callBackAt: Date | null }, entryId: string): Signal[] {
  const at = call.startedAt;
  const reached = call.direction === 'inbound' || call.outcome !== 'call_back';
  return [
    ...(reached ? [call.direction === 'inbound' ? ({ type: 'in_contact', at, answeredAt: at, entryId } as const) : ({ type: 'reply', at, entryId, call: true } as const)] : []),
    ...(call.callBackAt ? [{ type: 'promised', at, metric: 'callback', dueAt: call.callBackAt, entryId } as const] : []),
  ];
}

/** What a call does to the ticket it is added to; `follow_up`: that ticket has ended, a new one goes on with it. */
export type CallEffect = 'none' | 'solve' | 'open' | 'reopen' | 'follow_up';

export function decideEffect(ticket: { readonly status: TicketStatus; readonly solvedAt: string | null }, outcome: Exclude<CallOutcome, 'wrong_number'>, now: Date): CallEffect {
  const { status } = ticket;
  if (status === 'merged' || status === 'spam') return 'follow_up';
  if (outcome === 'solved') return isOpen(status) ? 'solve' : 'none';
  if (status === 'open') return 'none';
  if (isOpen(status)) return 'open';
  return status === 'solved' && now <= reopenUntil(ticket.solvedAt)! ? 'reopen' : 'follow_up';
}
