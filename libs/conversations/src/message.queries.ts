import { Injectable } from '@nestjs/common';
import { can, Clock, type Viewer } from '@kaiku/kernel';
import { ENTRY_COLUMNS } from '@kaiku/tickets';
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
  readonly state: OutboundState | null;
  readonly releaseAt: string | null;
  readonly recipients: readonly Recipient[] | null;
  readonly errorCode: string | null;
  readonly attachments: readonly Omit<AttachmentView, 'url'>[] | null;
}

/** The mail behind an entry, read with the entry. */
const messageOf = ENTRY_COLUMNS.add<Row>('message', `
  (SELECT json_build_object('entryId', m.entry_id, 'direction', m.direction, 'fromName', m.from_name, 'fromAddress', m.from_address, 'toAddresses', m.to_addresses, 'ccAddresses', m.cc_addresses,
      'subject', m.subject, 'html', m.html, 'quoted', m.quoted, 'simple', m.simple, 'remoteImages', m.remote_images, 'automatic', m.automatic, 'suspicion', m.suspicion,
      'rawId', (SELECT r.id FROM inbound_raw r WHERE r.id = m.raw_id AND r.bytes <> ''), 'state', o.state, 'releaseAt', o.release_at, 'recipients', o.recipients, 'errorCode', o.error_code,
      'attachments', (SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type, 'size', f.size, 'inline', f.inline, 'image', f.image) ORDER BY f.created_at, f.id)
        FROM attachment f WHERE f.entry_id = m.entry_id))
    FROM message m LEFT JOIN outbound_message o ON o.entry_id = m.entry_id WHERE m.entry_id = e.id)`);

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
  constructor(private readonly clock: Clock) {}

  /** Of an entry that the viewer may see. */
  of(viewer: Viewer, entry: Parameters<typeof messageOf>[0]): MessageView | null {
    const row = messageOf(entry);
    return row ? this.view(viewer, row) : null;
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
      undoUntil: delivery === 'WAITING' ? releaseAt!.toISOString() : null,
      originalUrl: r.rawId && can(viewer, 'mail.view_raw') ? `/mail/raw/${r.entryId}.eml` : null,
      attachments: (r.attachments ?? []).map(attachmentView),
    };
  }
}

