import { can, LIMITS, type Actor, type Viewer } from '@kaiku/kernel';
import { changeOf, NO_CHANGE, type TicketChange, type TicketState } from './ticket.state';
import { isOpen, wireName, type TicketStatus } from './ticket.words';
import { TICKET } from './tickets.permissions';
import { SolveNeedsReplyOrReason, TicketAlreadySolved, TicketNotFound, TicketNotReopenable, TicketNotSolved, TicketStatusNotAllowed } from './tickets.problems';

/** The steps people may take by choosing a status. Solving (which asks for an answer or a reason), reopening and closing are commands of their own. */
const STEPS: Readonly<Record<TicketStatus, readonly TicketStatus[]>> = {
  new: ['open', 'waiting_customer', 'waiting_third_party', 'snoozed', 'spam'],
  open: ['waiting_customer', 'waiting_third_party', 'snoozed', 'spam'],
  waiting_customer: ['open', 'waiting_third_party', 'snoozed', 'spam'],
  waiting_third_party: ['open', 'waiting_customer', 'snoozed', 'spam'],
  snoozed: ['open', 'waiting_customer', 'waiting_third_party', 'snoozed', 'spam'],
  solved: [],
  closed: [],
  merged: [],
  spam: ['open'],
};

export const nextStates = (from: TicketStatus): readonly TicketStatus[] => STEPS[from];

/** What somebody may see of tickets: all, or those of some teams and those assigned to them. */
export type Sight = { readonly all: true } | { readonly all: false; readonly teamIds: readonly string[]; readonly staffId: string };

/** Null: nothing at all. System actors see what their job needs. */
export function sightOf(who: Viewer | Actor): Sight | null {
  const actor = 'actor' in who ? who.actor : who;
  if (!can(actor, TICKET.view)) return null;
  if (actor.kind !== 'staff' || can(actor, TICKET.viewAll)) return { all: true };
  return { all: false, teamIds: [...actor.teamIds], staffId: actor.id };
}

export function mayView(who: Viewer | Actor, ticket: { readonly teamId: string; readonly assigneeId: string | null }): boolean {
  const sight = sightOf(who);
  return sight !== null && (sight.all || sight.teamIds.includes(ticket.teamId) || (ticket.assigneeId !== null && ticket.assigneeId === sight.staffId));
}

/** The last instant at which the customer's word still reopens the ticket; null while it is not solved. */
export const reopenUntil = (solvedAt: string | null): Date | null => (solvedAt ? new Date(Date.parse(solvedAt) + LIMITS.ticket.reopenDays * 86_400_000) : null);

const withinWindow = (ticket: TicketState, now: Date): boolean => ticket.status === 'solved' && now <= reopenUntil(ticket.solvedAt)!;

/** A new status with the columns that follow from it. */
export function statusChange(ticket: TicketState, to: TicketStatus, now: Date, more: { snoozeUntil?: Date | null; code?: string; params?: Readonly<Record<string, unknown>> } = {}): TicketChange {
  const ends = to === 'solved' || to === 'closed';
  return changeOf(
    'status',
    { status: to, solvedAt: ends ? (ticket.solvedAt ? new Date(ticket.solvedAt) : now) : null, snoozeUntil: to === 'snoozed' ? (more.snoozeUntil ?? null) : null },
    more.code ?? 'status_changed',
    wireName(ticket.status),
    wireName(to),
    { ...(to === 'snoozed' ? { until: more.snoozeUntil?.toISOString() } : {}), ...more.params },
  );
}

/** @param snoozeUntil needed for `snoozed` and only then; the caller has checked that it lies ahead */
export function decideStatus(ticket: TicketState, to: TicketStatus, now: Date, snoozeUntil: Date | null = null): TicketChange {
  if (to === ticket.status && to !== 'snoozed') return NO_CHANGE;
  if (!nextStates(ticket.status).includes(to)) throw new TicketStatusNotAllowed(ticket.status, to);
  return statusChange(ticket, to, now, { snoozeUntil });
}

export function decideSolving(ticket: TicketState, noReplyReason: string | null, now: Date): TicketChange {
  if (!isOpen(ticket.status)) throw new TicketAlreadySolved();
  if (!ticket.hasHumanReply && !noReplyReason) throw new SolveNeedsReplyOrReason();
  const change = statusChange(ticket, 'solved', now, noReplyReason ? { params: { reason: noReplyReason } } : {});
  return noReplyReason ? { ...change, set: { ...change.set, noReplyReason } } : change;
}

/** By a staff member. What was left unsaid when it was solved does not count for the next time. */
export function decideReopening(ticket: TicketState, now: Date): TicketChange {
  if (isOpen(ticket.status)) throw new TicketNotSolved();
  if (!withinWindow(ticket, now)) throw new TicketNotReopenable();
  return reopening(ticket, 'open', now, 'reopened');
}

export const reopening = (ticket: TicketState, to: TicketStatus, now: Date, code: string): TicketChange => {
  const change = statusChange(ticket, to, now, { code });
  return { ...change, set: { ...change.set, noReplyReason: null } };
};

export type ContactDecision = { readonly follows: false; readonly change: TicketChange; readonly reopened: boolean } | { readonly follows: true };

/**
 * The customer said something. In the window a solved ticket reopens; later the caller opens a ticket that follows this one.
 * Waiting for the customer and snoozing end.
 */
export function decideContact(ticket: TicketState, now: Date): ContactDecision {
  switch (ticket.status) {
    case 'solved':
      return withinWindow(ticket, now) ? { follows: false, reopened: true, change: reopening(ticket, 'open', now, 'reopened_by_customer') } : { follows: true };
    case 'closed':
    case 'merged':
      return { follows: true };
    case 'waiting_customer':
    case 'snoozed':
      return { follows: false, reopened: false, change: statusChange(ticket, 'open', now) };
    default:
      return { follows: false, reopened: false, change: NO_CHANGE };
  }
}

export type ThenStatus = 'keep' | 'waiting_customer' | 'solved';

/** A person answered the customer. `thenStatus` is what the person chose beside the send button. */
export function decideAnswered(ticket: TicketState, thenStatus: ThenStatus, now: Date): TicketChange {
  const answered: TicketChange = { set: ticket.hasHumanReply ? {} : { hasHumanReply: true }, fields: [], notes: [] };
  const to: TicketStatus = thenStatus !== 'keep' ? thenStatus : ticket.status === 'new' ? 'open' : ticket.status;
  // An answer to a ticket that has ended changes nothing of its end.
  const stands = to === ticket.status || (to === 'waiting_customer' && !isOpen(ticket.status)) || ['closed', 'merged', 'spam'].includes(ticket.status);
  if (stands) return answered;
  const change = statusChange(ticket, to, now);
  return { ...change, set: { ...change.set, ...answered.set } };
}

/**
 * A reply was taken back or did not arrive.
 * @param stillAnswered whether another human reply stands
 * @param before the status the reply changed, when it changed one and nobody has changed it since
 */
export function decideVoiding(ticket: TicketState, stillAnswered: boolean, before: TicketStatus | null, why: 'undone' | 'bounced' | 'failed', now: Date): TicketChange {
  const answered: TicketChange = { set: { hasHumanReply: stillAnswered }, fields: [], notes: [] };
  const ended = ticket.status === 'solved' || ticket.status === 'closed';
  const unfounded = ended && !stillAnswered && !ticket.noReplyReason;
  let to: TicketStatus | null = null;
  if (why === 'undone') to = before === 'snoozed' ? 'open' : before;
  // News that the customer never got it: somebody must act, whatever the ticket waited for.
  else if (ended || ticket.status === 'waiting_customer' || ticket.status === 'snoozed') to = 'open';
  if (to === null && unfounded) to = 'open';
  if (to === null || to === ticket.status || ticket.status === 'merged' || ticket.status === 'spam') return answered;
  const change = statusChange(ticket, to, now);
  return { ...change, set: { ...change.set, ...answered.set } };
}

export function decideClosing(ticket: TicketState, now: Date): TicketChange | null {
  return ticket.status === 'solved' && now > reopenUntil(ticket.solvedAt)! ? statusChange(ticket, 'closed', now) : null;
}

export function decideWaking(ticket: TicketState, now: Date): TicketChange | null {
  return ticket.status === 'snoozed' && now >= new Date(ticket.snoozeUntil!) ? statusChange(ticket, 'open', now, { code: 'snooze_ended' }) : null;
}

/** The ticket, or the one answer for unknown and foreign alike. */
export function visible<T extends { readonly teamId: string; readonly assigneeId: string | null }>(actor: Actor, ticket: T | null): T {
  if (!ticket || !mayView(actor, ticket)) throw new TicketNotFound();
  return ticket;
}
