import { Injectable } from '@nestjs/common';
import { can, isId, pageOf, type Page, type PageRequest, type Viewer } from '@kaiku/kernel';
import { AccessRecorder, Database, namedQuery } from '@kaiku/platform';
import { mayView } from '@kaiku/tickets';

export interface QuarantinedMail {
  readonly id: string;
  readonly receivedAt: string;
  readonly from: string | null;
  readonly error: string;
  readonly tries: number;
  readonly size: number;
  readonly rawUrl: string;
}

const PAGE = namedQuery('quarantine.page', `
  SELECT id, received_at AS "receivedAt", envelope_from AS "from", coalesce(error_code, 'unknown') AS error, tries, size FROM inbound_raw
  WHERE state = 'quarantined' AND ($1::timestamptz IS NULL OR (received_at, id) < ($1, $2::uuid)) ORDER BY received_at DESC, id DESC LIMIT $3`);
const ONE = namedQuery('quarantine.one', `
  SELECT id, received_at AS "receivedAt", envelope_from AS "from", coalesce(error_code, 'unknown') AS error, tries, size FROM inbound_raw WHERE id = $1`);
const BYTES = namedQuery('raw.bytes', `SELECT bytes FROM inbound_raw WHERE id = $1 AND state = 'quarantined'`);
const ORIGINAL = namedQuery('raw.original', `
  SELECT r.bytes, t.id AS "ticketId", t.team_id AS "teamId", t.assignee_id AS "assigneeId" FROM message m JOIN inbound_raw r ON r.id = m.raw_id JOIN ticket t ON t.id = m.ticket_id
  WHERE m.entry_id = $1 AND r.bytes <> ''`);

/** Mail that could not be read, and mail exactly as it came. */
@Injectable()
export class QuarantineQueries {
  constructor(
    private readonly database: Database,
    private readonly recorder: AccessRecorder,
  ) {}

  async page(viewer: Viewer, page: PageRequest): Promise<Page<QuarantinedMail>> {
    const rows = await this.database.rows<QuarantinedMail & Record<string, unknown>>(PAGE, [page.after?.[0] ?? null, page.after?.[1] ?? null, page.first + 1]);
    return pageOf(rows.map((r) => this.view(viewer, r)), page.first, (r) => [r.receivedAt, r.id]);
  }

  async one(viewer: Viewer, id: string): Promise<QuarantinedMail | null> {
    const row = isId(id) ? await this.database.one<QuarantinedMail & Record<string, unknown>>(ONE, [id]) : null;
    return row && this.view(viewer, row);
  }

  /** Raw bytes of a quarantined mail; recorded. */
  raw(viewer: Viewer, id: string): Promise<Buffer | null> {
    return this.database.recordedRead(async () => {
      const row = isId(id) ? await this.database.one<{ bytes: Buffer }>(BYTES, [id]) : null;
      if (row) await this.recorder.record(viewer, { objectKind: 'raw_mail', objectIds: [id], subjectKeys: [], mode: 'deliberate' });
      return row?.bytes ?? null;
    });
  }

  /** The original of a filed mail, for those who may see its ticket; recorded. */
  original(viewer: Viewer, entryId: string): Promise<Buffer | null> {
    return this.database.recordedRead(async () => {
      const row = isId(entryId) ? await this.database.one<{ bytes: Buffer; ticketId: string; teamId: string; assigneeId: string | null }>(ORIGINAL, [entryId]) : null;
      if (!row || !mayView(viewer, row)) return null;
      await this.recorder.record(viewer, { objectKind: 'raw_mail', objectIds: [row.ticketId], subjectKeys: [], mode: 'deliberate' });
      return row.bytes;
    });
  }

  private view(viewer: Viewer, row: Omit<QuarantinedMail, 'rawUrl'>): QuarantinedMail {
    return { ...row, from: can(viewer, 'customer.view_contact') ? row.from : null, rawUrl: `/mail/quarantine/${row.id}.eml` };
  }
}
