/** Columns the seed fills, table by table, in an order that foreign keys allow. Columns left out keep their default. */
export const COLUMNS = {
  staff_member: ['id', 'name', 'email', 'password_hash', 'locale', 'created_at'],
  staff_role: ['staff_id', 'role_id', 'granted_by', 'granted_at'],
  team: ['id', 'name', 'created_at'],
  team_member: ['team_id', 'staff_id', 'lead'],
  customer: ['id', 'customer_number', 'first_name', 'last_name', 'language', 'postal_address', 'since', 'log_key', 'source', 'created_at', 'updated_at'],
  contact_point: ['id', 'kind', 'value', 'created_at'],
  customer_contact_point: ['customer_id', 'contact_point_id', 'original', 'source', 'verified_at', 'created_at'],
  loyalty_membership: ['customer_id', 'number', 'tier', 'points', 'started_on', 'ended_on', 'source', 'imported_at'],
  pet: ['id', 'customer_id', 'name', 'species', 'birth_year', 'allergies', 'source', 'imported_at'],
  receipt: ['id', 'customer_id', 'receipt_number', 'order_number', 'bought_on', 'shop', 'total_cents', 'lines', 'source', 'imported_at'],
  ticket: [
    'id', 'version', 'kind', 'status', 'priority', 'channel', 'subject', 'language', 'order_number', 'answer_wanted', 'team_id', 'assignee_id', 'customer_id', 'tags',
    'received_at', 'created_at', 'updated_at', 'solved_at', 'snooze_until', 'has_human_reply', 'no_reply_reason', 'next_due_at', 'next_deadline_id',
    'last_entry_id', 'last_entry_kind', 'last_entry_at', 'last_entry_preview', 'last_entry_by_us', 'last_entry_staff_id',
  ],
  ticket_entry: [
    'id', 'ticket_id', 'kind', 'visibility', 'author_kind', 'author_staff_id', 'author_name', 'channel', 'at', 'recorded_at', 'preview', 'body', 'change',
    'is_customer_contact', 'is_human_reply',
  ],
  message: ['entry_id', 'entry_visibility', 'ticket_id', 'direction', 'rfc_message_id', 'in_reply_to', 'reference_ids', 'from_name', 'from_address', 'to_addresses', 'cc_addresses', 'subject', 'simple', 'remote_images', 'sanitiser_version', 'automatic'],
  participant: ['ticket_id', 'address', 'added_by', 'added_at'],
  deadline: [
    'id', 'subject_id', 'subject_kind', 'metric', 'cycle_no', 'policy_version_id', 'calendar_version_id', 'target', 'plan', 'state', 'started_at', 'stopped_at', 'due_at', 'warn_at',
    'legal_due_at', 'used_ms', 'target_ms', 'paused_since', 'pause_reason', 'breached_at', 'breached_by_retarget', 'corrected', 'fixed', 'outcome', 'outcome_reason', 'error_code', 'generation',
    'start_entry_id', 'stop_entry_id', 'stopped_by', 'holder_at_due', 'holder_team_at_due', 'kind', 'channel', 'priority', 'team_id', 'language', 'start_day', 'due_day', 'stop_day', 'created_at', 'updated_at',
  ],
  deadline_event: ['deadline_id', 'seq', 'type', 'at', 'recorded_at', 'actor_id', 'entry_id', 'payload'],
  deadline_reminder: ['id', 'deadline_id', 'generation', 'step', 'fire_at', 'state', 'fence', 'lease_until', 'fired_at', 'late'],
  call: ['id', 'entry_id', 'staff_id', 'customer_id', 'number', 'direction', 'started_at', 'ended_at', 'topic', 'outcome', 'call_back_at', 'recorded_at'],
} as const satisfies Record<string, readonly string[]>;

export type Table = keyof typeof COLUMNS;
/** A row by column name; every column of the list is present. */
export type Row<T extends Table> = Readonly<Record<(typeof COLUMNS)[T][number], unknown>>;

/** Rows waiting to be written, by table. */
export class RowBatch {
  private readonly rows = new Map<Table, object[]>();

  add<T extends Table>(table: T, row: Row<T>): void {
    const list = this.rows.get(table);
    if (list) list.push(row);
    else this.rows.set(table, [row]);
  }

  /** In an order that foreign keys allow; the batch is empty afterwards. */
  take(): [Table, object[]][] {
    const taken = (Object.keys(COLUMNS) as Table[]).flatMap((table): [Table, object[]][] => (this.rows.has(table) ? [[table, this.rows.get(table)!]] : []));
    this.rows.clear();
    return taken;
  }
}
