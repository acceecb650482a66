import { can, type Locale, type Viewer } from '@kaiku/kernel';
import { CUSTOMER_PERMISSIONS, JOINED_CUSTOMER, joinedCustomer, type CustomerView } from '@kaiku/customers';
import { DEADLINE_JSON, type DeadlineFacts } from '@kaiku/deadlines';
import { STAFF, type StaffRow, type TeamRow } from '@kaiku/staff';
import { reopenUntil, type Sight } from './ticket.rules';
import type { EntryKind, TicketChannel, TicketKind, TicketPriority, TicketStatus } from './ticket.words';

/** A ticket as one viewer may see it; instants are ISO text. */
export interface TicketView {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly kind: TicketKind;
  readonly status: TicketStatus;
  readonly priority: TicketPriority;
  readonly channel: TicketChannel;
  readonly subject: string | null;
  readonly language: Locale;
  readonly orderNumber: string | null;
  readonly answerWanted: boolean;
  readonly tags: readonly string[];
  readonly receivedAt: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly solvedAt: string | null;
  readonly snoozeUntil: string | null;
  readonly reopenUntil: Date | null;
  readonly noReplyReason: string | null;
  readonly hasHumanReply: boolean;
  readonly nextDueAt: string | null;
  /** The running clock that is due first, as its row has it. */
  readonly nextDeadlineFacts: DeadlineFacts | null;
  readonly team: TeamRow;
  readonly assignee: StaffRow | null;
  readonly customerId: string | null;
  /** Who turned to us, by their own words, while the ticket is nobody's; null without the right to see customers. */
  readonly requesterName: string | null;
  /** Null: none, or not for this viewer, who is told by `maskedFields`. */
  readonly customer: CustomerView | null;
  readonly lastEntry: LastEntryView | null;
  readonly unread: boolean;
  readonly lastSeenEntryId: string | null;
  readonly possiblyBelongsToId: string | null;
  readonly followUpOfId: string | null;
  readonly maskedFields: readonly string[];
  /** Whether this reading was recorded as opening the ticket; otherwise reading its entries is. */
  readonly opened: boolean;
}

export interface LastEntryView {
  readonly id: string;
  readonly kind: EntryKind;
  readonly at: string;
  readonly preview: string | null;
  readonly byUs: boolean;
}

/** Just enough to name a ticket. */
export interface TicketRefView {
  readonly id: string;
  readonly number: number;
  readonly subject: string | null;
  readonly status: TicketStatus;
}

/** The row behind a view; stays in this library. */
export interface TicketRow {
  id: string; number: number; version: number; kind: TicketKind; status: TicketStatus; priority: TicketPriority; channel: TicketChannel;
  subject: string | null; language: Locale; orderNumber: string | null; answerWanted: boolean; tags: string[];
  receivedAt: string; createdAt: string; updatedAt: string; solvedAt: string | null; snoozeUntil: string | null; noReplyReason: string | null;
  hasHumanReply: boolean; nextDueAt: string | null; nextDeadlineFacts: DeadlineFacts | null; possiblyBelongsToId: string | null; followUpOfId: string | null;
  teamId: string; teamName: string; assigneeId: string | null; assigneeName: string; assigneeEmail: string; assigneeLocale: Locale; assigneeActive: boolean; assigneeVersion: number;
  customerId: string | null; logKey: string | null;
  lastEntryId: string | null; lastEntryKind: EntryKind; lastEntryAt: string; lastEntryPreview: string | null; lastEntryByUs: boolean; lastEntryStaffId: string | null;
  seenEntryId: string | null;
  requesterName: string | null;
  customer: Omit<CustomerView, 'maskedFields'> | null;
  [column: string]: unknown;
}

export const TICKET_COLUMNS = `t.id, t.number, t.version, t.kind, t.status, t.priority, t.channel, t.subject, t.language, t.order_number AS "orderNumber",
  t.answer_wanted AS "answerWanted", t.tags, t.received_at AS "receivedAt", t.created_at AS "createdAt", t.updated_at AS "updatedAt", t.solved_at AS "solvedAt",
  t.snooze_until AS "snoozeUntil", t.no_reply_reason AS "noReplyReason", t.has_human_reply AS "hasHumanReply", t.next_due_at AS "nextDueAt", CASE WHEN d.id IS NOT NULL THEN ${DEADLINE_JSON} END AS "nextDeadlineFacts",
  t.possibly_belongs_to AS "possiblyBelongsToId", t.follow_up_of AS "followUpOfId", t.team_id AS "teamId", team.name AS "teamName",
  t.assignee_id AS "assigneeId", a.name AS "assigneeName", a.email AS "assigneeEmail", a.locale AS "assigneeLocale", a.active AS "assigneeActive", a.version AS "assigneeVersion",
  t.customer_id AS "customerId", c.log_key AS "logKey", t.last_entry_id AS "lastEntryId", t.last_entry_kind AS "lastEntryKind", t.last_entry_at AS "lastEntryAt",
  t.last_entry_preview AS "lastEntryPreview", t.last_entry_by_us AS "lastEntryByUs", t.last_entry_staff_id AS "lastEntryStaffId", s.entry_id AS "seenEntryId",
  CASE WHEN t.customer_id IS NULL THEN (SELECT e.author_name FROM ticket_entry e WHERE e.ticket_id = t.id AND e.author_kind = 'customer' ORDER BY e.id LIMIT 1) END AS "requesterName",
  ${JOINED_CUSTOMER} AS customer`;

/** What {@link TICKET_COLUMNS} needs beside `ticket t`; `me` is the parameter with the viewer's staff id. */
export const ticketJoins = (me: string): string => `JOIN team ON team.id = t.team_id
  LEFT JOIN staff_member a ON a.id = t.assignee_id
  LEFT JOIN customer c ON c.id = t.customer_id
  LEFT JOIN deadline d ON d.id = t.next_deadline_id
  LEFT JOIN ticket_seen s ON s.ticket_id = t.id AND s.staff_id = ${me}::uuid`;

/** Who may see `t`, with {@link sightValues} as the parameters from `$first` on. */
export const visibleTo = (first: number): string => `($${first}::boolean OR t.team_id = ANY($${first + 1}::uuid[]) OR t.assignee_id = $${first + 2}::uuid)`;
export const sightValues = (sight: Sight): readonly [boolean, readonly string[], string | null] => (sight.all ? [true, [], null] : [false, sight.teamIds, sight.staffId]);

export const staffIdOfViewer = (viewer: Viewer): string | null => (viewer.actor.kind === 'staff' ? viewer.actor.id : null);

const MASKED_STAFF = ['email', 'locale', 'roles'];

/** A colleague as staff see each other: names; the rest for who manages accounts, and for oneself. */
export function staffView(viewer: Viewer, row: { id: string; name: string; email: string; locale: Locale; active: boolean; version: number }): StaffRow {
  const whole = can(viewer, STAFF.manage) || staffIdOfViewer(viewer) === row.id;
  return whole ? { ...row, maskedFields: [] } : { ...row, email: null, locale: null, maskedFields: MASKED_STAFF };
}

export function ticketView(viewer: Viewer, row: TicketRow, opened: boolean): TicketView {
  const customer = joinedCustomer(viewer, row.customer);
  const seesCustomers = can(viewer, CUSTOMER_PERMISSIONS.view);
  return {
    id: row.id, number: row.number, version: row.version, kind: row.kind, status: row.status, priority: row.priority, channel: row.channel, subject: row.subject,
    language: row.language, orderNumber: row.orderNumber, answerWanted: row.answerWanted, tags: row.tags, receivedAt: row.receivedAt, createdAt: row.createdAt,
    updatedAt: row.updatedAt, solvedAt: row.solvedAt, snoozeUntil: row.snoozeUntil, reopenUntil: row.status === 'solved' ? reopenUntil(row.solvedAt) : null,
    noReplyReason: row.noReplyReason, hasHumanReply: row.hasHumanReply, nextDueAt: row.nextDueAt, nextDeadlineFacts: row.nextDeadlineFacts,
    team: { id: row.teamId, name: row.teamName },
    assignee: row.assigneeId ? staffView(viewer, { id: row.assigneeId, name: row.assigneeName, email: row.assigneeEmail, locale: row.assigneeLocale, active: row.assigneeActive, version: row.assigneeVersion }) : null,
    requesterName: seesCustomers ? row.requesterName : null,
    customerId: customer ? row.customerId : null,
    customer,
    lastEntry: row.lastEntryId ? { id: row.lastEntryId, kind: row.lastEntryKind, at: row.lastEntryAt, preview: row.lastEntryPreview, byUs: row.lastEntryByUs } : null,
    // Ids of entries grow with time, so the order of text is the order of the timeline.
    unread: row.lastEntryId !== null && row.lastEntryStaffId !== staffIdOfViewer(viewer) && (row.seenEntryId === null || row.seenEntryId < row.lastEntryId),
    lastSeenEntryId: row.seenEntryId,
    possiblyBelongsToId: row.possiblyBelongsToId,
    followUpOfId: row.followUpOfId,
    maskedFields: [...(row.customerId && !customer ? ['customer'] : []), ...(row.requesterName && !seesCustomers ? ['requesterName'] : [])],
    opened,
  };
}
