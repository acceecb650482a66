import { Injectable } from '@nestjs/common';
import { isId, type Viewer } from '@kaiku/kernel';
import { DraftRepository, type DraftMode, type DraftRow } from './draft.repository';
import { TicketDoor } from '../inbound/ticket-door';

/** One's own drafts, of tickets one may still see. */
@Injectable()
export class DraftQueries {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly tickets: TicketDoor,
  ) {}

  async own(viewer: Viewer): Promise<readonly DraftRow[]> {
    if (viewer.actor.kind !== 'staff') return [];
    const rows = await this.drafts.own(viewer.actor.id);
    const visible = await this.tickets.visible(viewer, rows.map((r) => r.ticketId));
    return rows.filter((r) => visible.has(r.ticketId));
  }

  async one(viewer: Viewer, ticketId: string, mode: DraftMode): Promise<DraftRow | null> {
    if (viewer.actor.kind !== 'staff' || !isId(ticketId)) return null;
    const row = await this.drafts.one(viewer.actor.id, ticketId, mode);
    return row && (await this.tickets.visible(viewer, [ticketId])).has(ticketId) ? row : null;
  }
}
