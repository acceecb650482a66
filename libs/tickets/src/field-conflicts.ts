import { Injectable } from '@nestjs/common';
import { viewerOf, type Actor } from '@kaiku/kernel';
import { StaffQueries, TeamQueries } from '@kaiku/staff';
import type { TicketField, TicketState } from './ticket.state';
import { TicketConflict } from './tickets.problems';

/** One field somebody wants to set, with both values as the API says them. */
export interface Proposal {
  readonly field: TicketField;
  readonly yours: unknown;
  readonly theirs: unknown;
  /** The values are ids whose names people should see. */
  readonly names?: 'staff' | 'team';
}

/** Whether the field was changed after the version the sender saw. */
export const movedSince = (ticket: TicketState, field: TicketField, expectedVersion: number): boolean => (ticket.fieldVersions[field]?.version ?? 0) > expectedVersion;

/** Edits of different fields merge; of the same field they conflict, with both values and who was first. */
@Injectable()
export class FieldConflicts {
  constructor(
    private readonly staff: StaffQueries,
    private readonly teams: TeamQueries,
  ) {}

  async assertNone(actor: Actor, ticket: TicketState, expectedVersion: number, proposals: readonly Proposal[]): Promise<void> {
    const clash = proposals.find(({ field }) => movedSince(ticket, field, expectedVersion));
    if (!clash) return;
    const viewer = viewerOf(actor);
    const by = ticket.fieldVersions[clash.field]?.by ?? null;
    const changedBy = by ? ((await this.staff.byIds(viewer, [by])).get(by)?.name ?? null) : null;
    const thing = async (id: unknown): Promise<unknown> => {
      if (!clash.names || typeof id !== 'string') return id;
      const found = clash.names === 'staff' ? await this.staff.byIds(viewer, [id]) : await this.teams.byIds(viewer, [id]);
      return { id, name: found.get(id)?.name ?? null };
    };
    throw new TicketConflict({ ticketId: ticket.id, field: clash.field, yours: await thing(clash.yours), theirs: await thing(clash.theirs), changedBy });
  }
}
