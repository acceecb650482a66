import { Injectable } from '@nestjs/common';
import { can, Clock, type Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { mayView } from '@kaiku/tickets';
import { attachmentView, type AttachmentView } from './files/attachment.view';
import type { Address } from './message.repository';
import { deliveryState, type OutboundState, type Recipient } from './outbound/outbound.rules';

interface Row {
  readonly entryId: string;
  readonly direction: 'inbound' | 'outbound';
  readonly fromName: string | null;
  readonly fromAddress: string | null;
  readonly toAddresses: readonly Address[];
  readonly ccAddresses: readonly Address[];
  readonly subject: string | null;
  readonly html: string | null;
  readonly quoted: string | null;
  readonly simple: boolean;
  readonly remoteImages: boolean;
  readonly automatic: string;
  readonly suspicion: string | null;
  readonly rawId: string | null;
  readonly teamId: string;
  readonly assigneeId: string | null;
  readonly state: OutboundState | null;
  readonly releaseAt: string | null;
  readonly recipients: readonly Recipient[] | null;
  readonly errorCode: string | null;
  readonly attachments: readonly Omit<AttachmentView, 'url'>[] | null;
}

const BY_ENTRIES = namedQuery('message.by_entries', `
  SELECT m.entry_id AS "entryId", m.direction, m.from_name AS "fromName", m.from_address AS "fromAddress", m.to_addresses AS "toAddresses", m.cc_addresses AS "ccAddresses",
    m.subject, m.html, m.quoted, m.simple, m.remote_images AS "remoteImages", m.automatic, m.suspicion, (SELECT r.id FROM inbound_raw r WHERE r.id = m.raw_id AND r.bytes <> '') AS "rawId",
    t.team_id AS "teamId", t.assignee_id AS "assigneeId", o.state, o.release_at AS "releaseAt", o.recipients, o.error_code AS "errorCode",
    (SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type, 'size', f.size, 'inline', f.inline, 'image', f.image) ORDER BY f.created_at, f.id)
      FROM attachment f WHERE f.entry_id = m.entry_id) AS attachments
  FROM message m JOIN ticket t ON t.id = m.ticket_id LEFT JOIN outbound_message o ON o.entry_id = m.entry_id
  WHERE m.entry_id = ANY($1)`);

export interface MessageView {
  readonly id: string;
  readonly direction: 'inbound' | 'outbound';
  readonly from: Address | null;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly subject: string | null;
  readonly html: string | null;
  readonly simple: boolean;
  readonly quoted: string | null;
  readonly remoteImages: boolean;
  readonly automatic: boolean;
  readonly suspicion: string | null;
  readonly delivery: string | null;
  readonly deliveryDetail: string | null;
  readonly undoUntil: string | null;
  readonly originalUrl: string | null;
  readonly attachments: readonly AttachmentView[];
}

/** Mails and form posts beside their entries, for those who may see the ticket; addresses masked without the right. */
@Injectable()
export class MessageQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async byEntryIds(viewer: Viewer, entryIds: readonly string[]): Promise<ReadonlyMap<string, MessageView>> {
    const rows = await this.database.rows<Row & Record<string, unknown>>(BY_ENTRIES, [entryIds]);
    return new Map(rows.filter((r) => mayView(viewer, r)).map((r) => [r.entryId, this.view(viewer, r)]));
  }

  private view(viewer: Viewer, r: Row): MessageView {
    const now = this.clock.now();
    const addresses = can(viewer, 'customer.view_contact');
    const show = (list: readonly Address[]) => (addresses ? list : list.map((a) => ({ name: a.name, address: null as unknown as string })));
    const releaseAt = r.releaseAt ? new Date(r.releaseAt) : null;
    const delivery = r.state && releaseAt ? deliveryState(r.state, releaseAt, now, r.recipients ?? []) : null;
    const failed = r.recipients?.filter((p) => p.outcome === 'failed' || p.outcome === 'bounced') ?? [];
    return {
      id: r.entryId,
      direction: r.direction,
      from: r.fromAddress === null ? (r.fromName ? { name: r.fromName, address: null as unknown as string } : null) : show([{ name: r.fromName ?? '', address: r.fromAddress }])[0]!,
      to: show(r.toAddresses),
      cc: show(r.ccAddresses),
      subject: r.subject,
      html: r.html,
      simple: r.simple,
      quoted: r.quoted,
      remoteImages: r.remoteImages,
      automatic: r.automatic !== 'none',
      suspicion: r.suspicion,
      delivery,
      deliveryDetail: failed.length > 0 ? failed.map((p) => [addresses ? p.address : '', p.code].filter(Boolean).join(' ')).join(', ') : r.errorCode,
      undoUntil: delivery === 'WAITING' ? r.releaseAt : null,
      originalUrl: r.rawId && can(viewer, 'mail.view_raw') ? `/mail/raw/${r.entryId}.eml` : null,
      attachments: (r.attachments ?? []).map(attachmentView),
    };
  }
}

