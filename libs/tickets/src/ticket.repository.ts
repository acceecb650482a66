import { Injectable } from '@nestjs/common';
import { isId, type Locale } from '@kaiku/kernel';
import type { NextDue } from '@kaiku/deadlines';
import { Database, namedQuery, type NamedQuery } from '@kaiku/platform';
import type { FieldVersions, TicketColumns, TicketState } from './ticket.state';
import type { TicketChannel, TicketKind, TicketPriority, TicketStatus } from './ticket.words';

const STATE = `t.id, t.number, t.version, t.kind, t.status, t.priority, t.channel, t.subject, t.language, t.order_number AS "orderNumber",
  t.answer_wanted AS "answerWanted", t.team_id AS "teamId", t.assignee_id AS "assigneeId", t.customer_id AS "customerId", t.tags,
  t.received_at AS "receivedAt", t.solved_at AS "solvedAt", t.snooze_until AS "snoozeUntil", t.has_human_reply AS "hasHumanReply",
  t.no_reply_reason AS "noReplyReason", t.field_versions AS "fieldVersions", t.last_entry_id AS "lastEntryId"`;
const GET = namedQuery('tickets.state', `SELECT ${STATE} FROM ticket t WHERE t.id = $1`);
const LOCK = namedQuery('tickets.lock', `SELECT ${STATE} FROM ticket t WHERE t.id = $1 FOR UPDATE`);
const SHARE_CUSTOMER = namedQuery('tickets.share-customer', 'SELECT id FROM customer WHERE id = $1 FOR KEY SHARE');
const INSERT = namedQuery('tickets.insert', `
  INSERT INTO ticket (id, kind, status, priority, channel, subject, language, order_number, answer_wanted, team_id, assignee_id, customer_id, tags,
    received_at, created_at, updated_at, solved_at, has_human_reply, no_reply_reason, possibly_belongs_to, follow_up_of,
    last_entry_id, last_entry_kind, last_entry_at, last_entry_preview, last_entry_by_us, last_entry_staff_id, next_due_at, next_deadline_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28)
  RETURNING number`);

const SAVE_DUE = namedQuery('tickets.save-due', 'UPDATE ticket SET next_due_at = $2, next_deadline_id = $3 WHERE id = $1');
// Locked in the order of their ids, so that two of these never wait for one another.
const FOLLOW_DEADLINES = namedQuery('tickets.follow-deadlines', `
  WITH mine AS (SELECT id FROM ticket WHERE id = ANY($1) ORDER BY id FOR UPDATE),
    next AS (SELECT mine.id, d.id AS deadline_id, d.due_at FROM mine LEFT JOIN LATERAL (
      SELECT d.id, d.due_at FROM deadline d WHERE d.subject_id = mine.id AND d.state = 'running' AND d.due_at IS NOT NULL ORDER BY d.due_at, d.id LIMIT 1) d ON true)
  UPDATE ticket t SET next_due_at = next.due_at, next_deadline_id = next.deadline_id FROM next
  WHERE t.id = next.id AND (t.next_due_at, t.next_deadline_id) IS DISTINCT FROM (next.due_at, next.deadline_id) RETURNING t.id`);

const COLUMN: Readonly<Record<keyof SavedColumns, string>> = {
  kind: 'kind', status: 'status', priority: 'priority', subject: 'subject', language: 'language', orderNumber: 'order_number', teamId: 'team_id',
  assigneeId: 'assignee_id', customerId: 'customer_id', tags: 'tags', solvedAt: 'solved_at', snoozeUntil: 'snooze_until',
  hasHumanReply: 'has_human_reply', answerWanted: 'answer_wanted', noReplyReason: 'no_reply_reason', fieldVersions: 'field_versions', lastEntryId: 'last_entry_id',
  lastEntryKind: 'last_entry_kind', lastEntryAt: 'last_entry_at', lastEntryPreview: 'last_entry_preview', lastEntryByUs: 'last_entry_by_us',
  lastEntryStaffId: 'last_entry_staff_id', nextDueAt: 'next_due_at', nextDeadlineId: 'next_deadline_id', updatedAt: 'updated_at',
};

export interface LastEntryColumns {
  readonly lastEntryId: string;
  readonly lastEntryKind: string;
  readonly lastEntryAt: Date;
  readonly lastEntryPreview: string | null;
  readonly lastEntryByUs: boolean;
  readonly lastEntryStaffId: string | null;
}
export type SavedColumns = TicketColumns & Partial<LastEntryColumns> & Partial<NextDue> & { fieldVersions?: FieldVersions; updatedAt: Date };

export interface NewTicket extends Partial<LastEntryColumns>, Partial<NextDue> {
  readonly id: string;
  readonly kind: TicketKind;
  readonly status: TicketStatus;
  readonly priority: TicketPriority;
  readonly channel: TicketChannel;
  readonly subject: string | null;
  readonly language: Locale;
  readonly orderNumber: string | null;
  readonly answerWanted: boolean;
  readonly teamId: string;
  readonly assigneeId: string | null;
  readonly customerId: string | null;
  readonly tags: readonly string[];
  readonly receivedAt: Date;
  readonly createdAt: Date;
  readonly solvedAt: Date | null;
  readonly hasHumanReply: boolean;
  readonly noReplyReason: string | null;
  readonly possiblyBelongsTo: string | null;
  readonly followUpOf: string | null;
}

/** Loading for change. Every statement needs a running transaction. */
@Injectable()
export class TicketRepository {
  private readonly updates = new Map<string, NamedQuery>();

  constructor(private readonly database: Database) {}

  async get(id: string): Promise<TicketState | null> {
    return isId(id) ? this.database.one<TicketState & Record<string, unknown>>(GET, [id]) : null;
  }

  /**
   * Waits for whoever has the ticket; nobody else changes it until the transaction ends.
   * @param customerId who will be linked: the reference locks their row too, and customers are locked before tickets
   */
  async lock(id: string, customerId: string | null = null): Promise<TicketState | null> {
    this.assertTransaction();
    if (customerId) await this.database.rows(SHARE_CUSTOMER, [customerId]);
    return isId(id) ? this.database.one<TicketState & Record<string, unknown>>(LOCK, [id]) : null;
  }

  /** @returns the number people use */
  async insert(t: NewTicket): Promise<number> {
    this.assertTransaction();
    const row = await this.database.one<{ number: number }>(INSERT, [
      t.id, t.kind, t.status, t.priority, t.channel, t.subject, t.language, t.orderNumber, t.answerWanted, t.teamId, t.assigneeId, t.customerId, t.tags,
      t.receivedAt, t.createdAt, t.solvedAt, t.hasHumanReply, t.noReplyReason, t.possiblyBelongsTo, t.followUpOf,
      t.lastEntryId ?? null, t.lastEntryKind ?? null, t.lastEntryAt ?? null, t.lastEntryPreview ?? null, t.lastEntryByUs ?? false, t.lastEntryStaffId ?? null,
      t.nextDueAt ?? null, t.nextDeadlineId ?? null,
    ]);
    return row!.number;
  }

  /** Writes the columns and raises the version by one. The row must be locked and at `version`. */
  async save(id: string, version: number, columns: SavedColumns): Promise<void> {
    this.assertTransaction();
    const names = (Object.keys(columns) as (keyof SavedColumns)[]).filter((name) => columns[name] !== undefined);
    const shape = names.join('-');
    let query = this.updates.get(shape);
    if (!query) {
      const set = names.map((name, i) => `${COLUMN[name]} = $${i + 3}`).join(', ');
      query = { name: `tickets.save-${this.updates.size}`, text: `UPDATE ticket SET version = version + 1, ${set} WHERE id = $1 AND version = $2` };
      this.updates.set(shape, query);
    }
    this.database.write(query, [id, version, ...names.map((name) => columns[name])], 1);
    // A team, a customer or a colleague that is not there is the caller's to explain.
    if (columns.teamId ?? columns.customerId ?? columns.assigneeId) await this.database.written();
  }

  /** What is due next, beside any change of the ticket. */
  async saveDue(id: string, due: NextDue): Promise<void> {
    this.assertTransaction();
    await this.database.rows(SAVE_DUE, [id, due.nextDueAt, due.nextDeadlineId]);
  }

  /** Takes what is due next from the clocks themselves. @returns how many tickets say something else now */
  async followDeadlines(ids: readonly string[]): Promise<number> {
    this.assertTransaction();
    return (await this.database.rows(FOLLOW_DEADLINES, [ids])).length;
  }

  private assertTransaction(): void {
    if (!this.database.inTransaction) throw new Error('tickets are changed inside a transaction');
  }
}
