import { can, type Actor } from '@kaiku/kernel';
import { sightOf } from '../ticket.rules';
import { TICKET } from '../tickets.permissions';

export const DeskEventKind = { TICKET: 'TICKET', RESYNC: 'RESYNC', SIGNED_OUT: 'SIGNED_OUT' } as const;
export type DeskEventKind = (typeof DeskEventKind)[keyof typeof DeskEventKind];

/** What a console is told: which ticket, which version, which fields; never what stands in them. */
export interface DeskEvent {
  readonly cursor: string;
  readonly kind: DeskEventKind;
  readonly ticketNumber: number | null;
  readonly ticketId: string | null;
  readonly version: number | null;
  readonly changed: readonly string[];
  readonly actorId: string | null;
}

/** An event of the outbox as it is followed; the payload may come from an older release. */
export interface FollowedEvent {
  /** Place in commit order. */
  readonly position: string;
  readonly payload: Readonly<{
    ticketId: string; number: number; version: number; teamId: string; assigneeId?: string | null; previousTeamId?: string; previousAssigneeId?: string; changed: readonly string[]; actorId: string | null;
  }>;
}

/** Those who see the ticket hear of it, and those who have just lost sight of it. */
export function mayHear(actor: Actor, { payload: p }: FollowedEvent): boolean {
  const sight = sightOf(actor);
  if (!sight) return false;
  if (sight.all) return can(actor, TICKET.view);
  return [p.teamId, p.previousTeamId].some((team) => team !== undefined && sight.teamIds.includes(team)) || [p.assigneeId, p.previousAssigneeId].includes(sight.staffId);
}

export const ticketEvent = ({ position, payload: p }: FollowedEvent): DeskEvent => ({
  cursor: position, kind: 'TICKET', ticketNumber: p.number, ticketId: p.ticketId, version: p.version, changed: p.changed, actorId: p.actorId,
});

/** `RESYNC`: the log does not reach back to where the reader was, so everything is to be read again. */
export const bareEvent = (kind: 'RESYNC' | 'SIGNED_OUT', cursor: string): DeskEvent => ({ cursor, kind, ticketNumber: null, ticketId: null, version: null, changed: [], actorId: null });
