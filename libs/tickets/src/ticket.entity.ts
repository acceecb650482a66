import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Generated, Index, PrimaryColumn, Unique } from 'typeorm';
import { AGENT, MATTER, WHOSE, WORDS } from './personal';

const OPEN = `status IN ('new', 'open', 'waiting_customer', 'waiting_third_party', 'snoozed')`;

/** One matter of one customer. The last entry stands on the row, so that a list needs no second look. */
@Entity('ticket')
@Unique('ticket_number_uq', ['number'])
@Index('ticket_queue_ix', ['teamId', 'nextDueAt', 'id'], { where: OPEN })
@Index('ticket_queue_all_ix', ['nextDueAt', 'id'], { where: OPEN })
@Index('ticket_assignee_open_ix', ['assigneeId', 'nextDueAt', 'id'], { where: OPEN })
@Index('ticket_complaint_ix', ['nextDueAt', 'id'], { where: `kind = 'complaint' AND ${OPEN}` })
@Index('ticket_solved_ix', ['solvedAt'], { where: `status = 'solved'` })
@Index('ticket_snooze_ix', ['snoozeUntil'], { where: `status = 'snoozed'` })
@Index('ticket_order_ix', ['orderNumber'], { where: 'order_number IS NOT NULL' })
// Made by hand in the migration, since TypeORM cannot say INCLUDE, DESC or an operator class.
@Index('ticket_count_ix', { synchronize: false })
@Index('ticket_team_ix', { synchronize: false })
@Index('ticket_assignee_ix', { synchronize: false })
@Index('ticket_customer_ix', { synchronize: false })
@Index('ticket_subject_trgm_ix', { synchronize: false })
@Check('ticket_kind_ck', `kind IN ('feedback', 'complaint', 'question', 'call', 'survey', 'privacy_request')`)
@Check('ticket_status_ck', `status IN ('new', 'open', 'waiting_customer', 'waiting_third_party', 'snoozed', 'solved', 'closed', 'merged', 'spam')`)
@Check('ticket_priority_ck', `priority IN ('low', 'normal', 'high', 'urgent')`)
@Check('ticket_channel_ck', `channel IN ('email', 'form', 'phone', 'store', 'letter', 'api', 'survey')`)
@Check('ticket_language_ck', `language IN ('fi', 'sv', 'en')`)
@Check('ticket_solved_ck', `(status IN ('solved', 'closed')) = (solved_at IS NOT NULL)`)
@Check('ticket_snooze_ck', `(status = 'snoozed') = (snooze_until IS NOT NULL)`)
@Check('ticket_answered_ck', `status NOT IN ('solved', 'closed') OR has_human_reply OR coalesce(no_reply_reason, '') <> ''`)
export class TicketEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_pk' })
  id: string;
  @NotPersonal() @Column('integer') @Generated('increment')
  number: number;
  @NotPersonal() @Column('integer', { default: 1 })
  version: number;
  @NotPersonal() @Column('text')
  kind: string;
  @NotPersonal() @Column('text')
  status: string;
  @NotPersonal() @Column('text')
  priority: string;
  @NotPersonal() @Column('text')
  channel: string;
  @Personal(MATTER) @Column('text', { nullable: true })
  subject: string | null;
  @Personal(MATTER) @Column('text')
  language: string;
  @Personal({ ...MATTER, category: 'purchase' }) @Column('text', { name: 'order_number', nullable: true })
  orderNumber: string | null;
  @NotPersonal() @Column('boolean', { name: 'answer_wanted', default: true })
  answerWanted: boolean;
  @NotPersonal() @Column('uuid', { name: 'team_id' }) @ForeignKey('TeamEntity', { name: 'ticket_team_fk' })
  teamId: string;
  @Personal(AGENT) @Column('uuid', { name: 'assignee_id', nullable: true }) @ForeignKey('StaffMemberEntity', { name: 'ticket_assignee_fk' })
  assigneeId: string | null;
  @Personal(WHOSE) @Column('uuid', { name: 'customer_id', nullable: true }) @ForeignKey('CustomerEntity', { name: 'ticket_customer_fk' })
  customerId: string | null;
  @Personal({ ...MATTER, category: 'note', provided: false }) @Column('text', { array: true, default: () => `'{}'` })
  tags: string[];
  @NotPersonal('a time') @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;
  @NotPersonal('a time') @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @NotPersonal('a time') @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
  @NotPersonal('a time') @Column('timestamptz', { name: 'solved_at', nullable: true })
  solvedAt: Date | null;
  @NotPersonal('a time') @Column('timestamptz', { name: 'snooze_until', nullable: true })
  snoozeUntil: Date | null;
  @NotPersonal() @Column('boolean', { name: 'has_human_reply', default: false })
  hasHumanReply: boolean;
  @Personal({ ...MATTER, category: 'note', provided: false }) @Column('text', { name: 'no_reply_reason', nullable: true })
  noReplyReason: string | null;
  @NotPersonal('a time') @Column('timestamptz', { name: 'next_due_at', nullable: true })
  nextDueAt: Date | null;
  /** The running clock that this is the due instant of. */
  @NotPersonal() @Column('uuid', { name: 'next_deadline_id', nullable: true })
  nextDeadlineId: string | null;
  @NotPersonal() @Column('uuid', { name: 'possibly_belongs_to', nullable: true }) @ForeignKey('TicketEntity', { name: 'ticket_possibly_belongs_to_fk' })
  possiblyBelongsTo: string | null;
  @NotPersonal() @Column('uuid', { name: 'last_entry_id', nullable: true })
  lastEntryId: string | null;
  @NotPersonal() @Column('text', { name: 'last_entry_kind', nullable: true })
  lastEntryKind: string | null;
  @NotPersonal('a time') @Column('timestamptz', { name: 'last_entry_at', nullable: true })
  lastEntryAt: Date | null;
  @Personal({ ...WORDS, subject: 'customer_id' }) @Column('text', { name: 'last_entry_preview', nullable: true })
  lastEntryPreview: string | null;
  @NotPersonal() @Column('boolean', { name: 'last_entry_by_us', default: false })
  lastEntryByUs: boolean;
  @Personal(AGENT) @Column('uuid', { name: 'last_entry_staff_id', nullable: true })
  lastEntryStaffId: string | null;
  @NotPersonal() @Column('uuid', { name: 'follow_up_of', nullable: true }) @ForeignKey('TicketEntity', { name: 'ticket_follow_up_of_fk' })
  followUpOf: string | null;
  /** `{ "status": { "version": 7, "by": staff id or null } }` */
  @Personal(AGENT) @Column('jsonb', { name: 'field_versions', default: {} })
  fieldVersions: unknown;
}
