import { Injectable } from '@nestjs/common';
import { isId, type Viewer } from '@kaiku/kernel';
import { TicketDoor } from '../inbound/ticket-door';
import { AttachmentRepository, mayViewLoose, type AttachmentRow } from './attachment.repository';

/** Files, for those who may see the ticket they hang on, or who uploaded them. */
@Injectable()
export class AttachmentQueries {
  constructor(
    private readonly attachments: AttachmentRepository,
    private readonly tickets: TicketDoor,
  ) {}

  async byIds(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, AttachmentRow>> {
    return this.visible(viewer, await this.attachments.byIds(ids.filter(isId)));
  }

  private async visible(viewer: Viewer, rows: readonly AttachmentRow[]): Promise<ReadonlyMap<string, AttachmentRow>> {
    const seen = await this.tickets.visible(viewer, rows.map((r) => r.ticketId).filter((id): id is string => id !== null));
    return new Map(rows.filter((r) => (r.ticketId ? seen.has(r.ticketId) : mayViewLoose(viewer, r))).map((r) => [r.id, r]));
  }
}
