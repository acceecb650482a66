import type { TestDatabase } from '@kaiku/testing';
import { ACCOUNTS, COLLEAGUE, hashOf, staffIdOf, tokenOf } from './roles';

export type Team = 'A' | 'B';
export const TEAMS: readonly Team[] = ['A', 'B'];

/** Ids that say what they are, so that a leak can be read in a failure: `…0a11` is a ticket of team A. */
const id = (team: Team, n: number): string => `00000000-0000-7000-8000-00000000${team === 'A' ? '0a' : '0b'}${String(n).padStart(2, '0')}`;

const things = (team: Team) => ({
  team: id(team, 1),
  mailbox: id(team, 2),
  /** An open ticket with everything on it, a solved one, and one of the customer that both teams know. */
  ticket: id(team, 11),
  solved: id(team, 12),
  shared: id(team, 13),
  customer: id(team, 21),
  email: id(team, 22),
  receipt: id(team, 23),
  message: id(team, 31),
  note: id(team, 32),
  /** A reply that waits out its undo window, and one that could not be sent. */
  waitingReply: id(team, 33),
  failedReply: id(team, 34),
  callEntry: id(team, 35),
  solvedEntry: id(team, 36),
  sharedEntry: id(team, 37),
  /** On the customer's message; uploaded by the agent and not used yet. */
  attachment: id(team, 41),
  upload: id(team, 42),
  call: id(team, 51),
  raw: id(team, 61),
  /** The agent is told that the customer replied. */
  notice: id(team, 81),
  /** An answer is waited for on the open ticket. */
  deadline: id(team, 91),
});

/** What each team has. */
export const OF = { A: things('A'), B: things('B') } as const;
export const SHARED_CUSTOMER = '00000000-0000-7000-8000-000000000c01';
export const QUARANTINED = '00000000-0000-7000-8000-000000000d01';
/** A calendar with a day that waits for a decision, a policy and a plan. */
export const SETTINGS = { calendar: '00000000-0000-7000-8000-000000000e01', proposal: '00000000-0000-7000-8000-000000000e03', policy: '00000000-0000-7000-8000-000000000e04', plan: '00000000-0000-7000-8000-000000000e06' } as const;
export const CALENDAR_DEFINITION = { zone: 'Europe/Helsinki', always: false, weekly: [{ isoDay: 1, from: '08:00', to: '16:00' }], days: [] };
const CALENDAR_VERSION = SETTINGS.calendar.replace(/1$/, '2');
const PROMISED = { unit: 'business_days', amount: 300, roll: 'none', retargetGraceMs: 0, pauseStatuses: [], bufferBusinessDays: 1, automaticAck: false, legal: false };
/** Well-formed, and nobody's. */
export const NOWHERE = '00000000-0000-7000-8000-0000000000ff';
export const MALFORMED = `1' OR '1'='1`;

export const numberOf = (team: Team, which: 'ticket' | 'solved' | 'shared'): number => (team === 'A' ? 771_000 : 882_000) + { ticket: 1, solved: 2, shared: 3 }[which];

/** What may appear only in answers to people who may see the team's tickets: words, numbers and ids of theirs. */
export const TICKET_CANARY: Readonly<Record<Team, RegExp>> = {
  A: /kanariaA|\b7710\d\d\b|00000000-0000-7000-8000-000000000a(?:1[1-3]|3\d|4\d|51|61|81|91)/i,
  B: /kanariaB|\b8820\d\d\b|00000000-0000-7000-8000-000000000b(?:1[1-3]|3\d|4\d|51|61|81|91)/i,
};
/** What staff tell one another about a ticket: never on a customer's page. */
export const NOTE_CANARY = /private note|kanaria[AB] reason|kanaria[AB]-tag|kanaria[AB] draft/i;
/** Names, addresses and numbers of customers. */
export const CUSTOMER_CANARY = /asiakas(?:A|B|C)|04055501\d\d|0401010\d\d/i;

const agentOf = (team: Team): string => staffIdOf(team === 'A' ? 'agentA' : 'agentB');
const at = (minute: number): string => `2026-11-23T08:${String(minute).padStart(2, '0')}:00.000Z`;
const quote = (value: unknown): string =>
  value === null ? 'NULL' : typeof value === 'number' || typeof value === 'boolean' ? String(value) : Buffer.isBuffer(value) ? `'\\x${value.toString('hex')}'` : Array.isArray(value) ? (value.length === 0 ? `'{}'` : `ARRAY[${value.map(quote).join(', ')}]`) : `'${(typeof value === 'object' ? JSON.stringify(value) : String(value)).replaceAll(`'`, `''`)}'`;
const insert = (table: string, row: Record<string, unknown>): string => `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).map(quote).join(', ')});`;

function customer(customerId: string, letter: string, points: readonly { id: string; kind: 'email' | 'phone'; value: string }[]): string[] {
  return [
    insert('customer', { id: customerId, customer_number: `asiakas${letter}-1`, first_name: `asiakas${letter}`, last_name: 'Virtanen', language: 'fi', postal_address: `asiakas${letter}tie 1`, log_key: customerId.replace(/^0/, 'f'), source: 'import', created_at: at(0), updated_at: at(0) }),
    ...points.flatMap((point) => [
      insert('contact_point', { id: point.id, kind: point.kind, value: point.value, created_at: at(0) }),
      insert('customer_contact_point', { customer_id: customerId, contact_point_id: point.id, original: point.value, source: 'import', created_at: at(0) }),
    ]),
    insert('loyalty_membership', { customer_id: customerId, number: `asiakas${letter}-L`, tier: 'gold', points: 5, source: 'loyalty', imported_at: at(0) }),
    insert('pet', { id: customerId.replace(/^0/, 'e'), customer_id: customerId, name: `asiakas${letter}-Miisu`, species: 'cat', source: 'loyalty', imported_at: at(0) }),
    insert('customer_change', { id: customerId.replace(/^0/, 'd'), customer_id: customerId, field: 'first_name', old_value: `asiakas${letter}-before`, new_value: `asiakas${letter}`, at: at(0), source: 'import' }),
  ];
}

function ticketsOf(team: Team): string[] {
  const t = OF[team];
  const word = `kanaria${team}`;
  const mail = `asiakas${team}@posti.example`.toLowerCase();
  const agent = agentOf(team);
  const ticket = (ticketId: string, which: 'ticket' | 'solved' | 'shared', more: Record<string, unknown>): string =>
    insert('ticket', { id: ticketId, number: numberOf(team, which), kind: 'question', status: 'open', priority: 'normal', channel: 'email', subject: `${word} subject`, language: 'fi', order_number: `${word}-ORD`, team_id: t.team, tags: [`${word}-tag`.toLowerCase()], received_at: at(1), created_at: at(1), updated_at: at(5), ...more });
  const entry = (entryId: string, ticketId: string, kind: string, minute: number, more: Record<string, unknown> = {}): string =>
    insert('ticket_entry', { id: entryId, ticket_id: ticketId, kind, visibility: kind === 'note' ? 'internal' : 'public', author_kind: kind === 'customer_message' ? 'customer' : 'agent', author_staff_id: kind === 'customer_message' ? null : agent, channel: 'email', at: at(minute), recorded_at: at(minute), preview: `${word} preview`, body: `${word} body`, is_customer_contact: kind === 'customer_message', is_human_reply: kind === 'reply', ...more });
  const message = (entryId: string, direction: 'inbound' | 'outbound'): string =>
    insert('message', { entry_id: entryId, ticket_id: t.ticket, direction, rfc_message_id: `${entryId}@posti.example`, from_name: `asiakas${team}`, from_address: mail, to_addresses: '[]', subject: `${word} mail subject`, html: `<p>${word} html</p>`, quoted: `${word} quoted`, raw_id: direction === 'inbound' ? t.raw : null });
  const outbound = (n: number, entryId: string, state: string): string =>
    insert('outbound_message', { id: id(team, 70 + n), entry_id: entryId, ticket_id: t.ticket, kind: 'reply', mailbox_id: t.mailbox, rfc_message_id: `out-${entryId}@desk.example`, state, release_at: state === 'queued' ? '2026-11-23T09:00:09.000Z' : at(4), recipients: JSON.stringify([{ address: mail, name: null }]), content: JSON.stringify({ text: `${word} body`, attachmentIds: [] }), error_code: state === 'failed' ? 'refused' : null, created_at: at(4), trace_id: 'matrix' });
  const file = (attachmentId: string, more: Record<string, unknown>): string =>
    insert('attachment', { id: attachmentId, name: `${word}.png`, content_type: 'image/png', size: 10, image: true, sha256: Buffer.alloc(32), key_id: 'k1', stored_as: attachmentId, created_at: at(2), ...more });
  const last = (ticketId: string, entryId: string, kind: string): string => `UPDATE ticket SET last_entry_id = '${entryId}', last_entry_kind = '${kind}', last_entry_at = '${at(4)}', last_entry_preview = '${word} preview' WHERE id = '${ticketId}';`;
  return [
    insert('mailbox', { id: t.mailbox, address: `team-${team.toLowerCase()}@desk.example`, name: `Team ${team}`, team_id: t.team, default_kind: 'question', language: 'fi', created_at: at(0) }),
    ...customer(t.customer, team, [{ id: t.email, kind: 'email', value: mail }, { id: id(team, 24), kind: 'phone', value: `+3584055501${team === 'A' ? '01' : '02'}` }]),
    insert('receipt', { id: t.receipt, customer_id: t.customer, receipt_number: `asiakas${team}-R`, order_number: `${word}-ORD`, bought_on: '2026-11-20', shop: 'Kamppi', total_cents: 100, lines: JSON.stringify([{ product: 'Leash', quantity: 1, priceCents: 100, batch: null }]), source: 'till', imported_at: at(0) }),
    ticket(t.ticket, 'ticket', { customer_id: t.customer }),
    ticket(t.solved, 'solved', { customer_id: t.customer, status: 'solved', solved_at: at(5), no_reply_reason: `${word} reason` }),
    ticket(t.shared, 'shared', { customer_id: SHARED_CUSTOMER }),
    insert('inbound_raw', { id: t.raw, source: 'smtp', received_at: at(1), envelope_from: mail, envelope_to: [`team-${team.toLowerCase()}@desk.example`], bytes: Buffer.from(`Subject: ${word}\r\n\r\n${word}`), size: 20, sha256: Buffer.alloc(32), state: 'done', trace_id: 'matrix' }),
    entry(t.message, t.ticket, 'customer_message', 1),
    entry(t.note, t.ticket, 'note', 2, { channel: null, body: `${word} private note` }),
    entry(t.failedReply, t.ticket, 'reply', 3),
    entry(t.waitingReply, t.ticket, 'reply', 4),
    entry(t.callEntry, t.ticket, 'call', 4, { channel: 'phone' }),
    entry(t.solvedEntry, t.solved, 'customer_message', 1),
    entry(t.sharedEntry, t.shared, 'customer_message', 1),
    insert('deadline', { id: t.deadline, subject_id: t.ticket, metric: 'first_reply', cycle_no: 1, target: JSON.stringify(PROMISED), state: 'running', started_at: at(1), due_at: '2027-11-23T13:00:00.000Z', kind: 'question', channel: 'email', priority: 'normal', team_id: t.team, language: 'fi', start_day: '2026-11-23', created_at: at(1), updated_at: at(1), calendar_version_id: CALENDAR_VERSION }),
    insert('deadline_event', { deadline_id: t.deadline, seq: 1, type: 'start', at: at(1), recorded_at: at(1), payload: JSON.stringify({ target: PROMISED, calendar: CALENDAR_VERSION }) }),
    `UPDATE ticket SET next_deadline_id = '${t.deadline}', next_due_at = '2027-11-23T13:00:00.000Z' WHERE id = '${t.ticket}';`,
    `UPDATE inbound_raw SET entry_id = '${t.message}' WHERE id = '${t.raw}';`,
    message(t.message, 'inbound'), message(t.failedReply, 'outbound'), message(t.waitingReply, 'outbound'),
    outbound(1, t.failedReply, 'failed'), outbound(2, t.waitingReply, 'queued'),
    insert('participant', { ticket_id: t.ticket, address: mail, added_at: at(1) }),
    file(t.attachment, { entry_id: t.message, ticket_id: t.ticket }), file(t.upload, { uploaded_by: agent }),
    insert('call', { id: t.call, entry_id: t.callEntry, staff_id: agent, customer_id: t.customer, number: `+3584055501${team === 'A' ? '01' : '02'}`, direction: 'inbound', started_at: at(3), topic: 'order', outcome: 'needs_work', recorded_at: at(4) }),
    insert('notice', { id: t.notice, staff_id: agent, cause: 'customer_replied', ticket_id: t.ticket, ticket_number: numberOf(team, 'ticket'), dedupe_key: `matrix:${t.notice}`, created_at: at(2) }),
    insert('draft', { ticket_id: t.ticket, staff_id: agent, mode: 'note', text: `${word} draft`, revision: 1, saved_at: at(4) }),
    last(t.ticket, t.callEntry, 'call'), last(t.solved, t.solvedEntry, 'customer_message'), last(t.shared, t.sharedEntry, 'customer_message'),
  ];
}

function staff(): string[] {
  const made = at(0);
  const memberOf = (staffId: string, name: string, active = true): string => insert('staff_member', { id: staffId, name, email: `${name.toLowerCase()}@lumo.example`, locale: 'en', active, deactivated_at: active ? null : made, created_at: made });
  return [
    ...TEAMS.map((team) => insert('team', { id: OF[team].team, name: `Team ${team}`, created_at: made })),
    memberOf(COLLEAGUE, 'Colleague'),
    insert('staff_role', { staff_id: COLLEAGUE, role_id: 'agent', granted_at: made }),
    ...ACCOUNTS.flatMap((a) => [
      memberOf(a.staffId, a.role, a.active ?? true),
      ...a.roles.map((role) => insert('staff_role', { staff_id: a.staffId, role_id: role, granted_at: made })),
      ...(a.team ? [insert('team_member', { team_id: OF[a.team].team, staff_id: a.staffId, lead: a.lead ?? false })] : []),
      // Sessions run on real time; the statement's clock is the only one they can be given.
      `INSERT INTO session (id, token_hash, staff_id, created_at, last_seen_at, expires_at) SELECT '${a.staffId}', ${quote(hashOf(tokenOf(a.role)))}, '${a.staffId}', t, t, t + interval '1 day' FROM clock_timestamp() t;`,
    ]),
    // The rights are taken away while the session runs.
    `DELETE FROM staff_role WHERE staff_id = '${staffIdOf('demoted')}'; ${insert('staff_role', { staff_id: staffIdOf('demoted'), role_id: 'agent', granted_at: made })}`,
  ];
}

function settings(): string[] {
  const target = { metric: 'first_reply', priority: '*', unit: 'business_days', amount: 1, calendarId: null, roll: 'none', retargetGraceMs: 0, pauseStatuses: [], reminderPlanId: SETTINGS.plan, automaticAck: false, legal: false, bufferBusinessDays: 1 };
  return [
    insert('business_calendar', { id: SETTINGS.calendar, name: 'Office', is_default: true, created_at: at(0) }),
    insert('business_calendar_version', { id: SETTINGS.calendar.replace(/1$/, '2'), calendar_id: SETTINGS.calendar, version: 1, definition: CALENDAR_DEFINITION, sha256: Buffer.alloc(32), effective_from: at(0), created_by: COLLEAGUE, created_at: at(0) }),
    insert('calendar_day_proposal', { id: SETTINGS.proposal, calendar_id: SETTINGS.calendar, date: '2027-01-06', kind: 'closed', label: 'Loppiainen', source: 'law', created_at: at(0) }),
    insert('reminder_plan', { id: SETTINGS.plan, name: 'Plan', steps: JSON.stringify([{ step: 'due', at: { percent: 100 }, to: ['assignee'], critical: false }]), created_at: at(0) }),
    insert('deadline_policy', { id: SETTINGS.policy, name: 'Policy', rank: 10, created_at: at(0) }),
    insert('deadline_policy_version', { id: SETTINGS.policy.replace(/4$/, '5'), policy_id: SETTINGS.policy, version: 1, conditions: {}, targets: JSON.stringify([target]), effective_from: at(0), created_by: COLLEAGUE, created_at: at(0) }),
  ];
}

const SEED = [
  ...staff(),
  ...settings(),
  ...customer(SHARED_CUSTOMER, 'C', [{ id: '00000000-0000-7000-8000-000000000c02', kind: 'email', value: 'asiakasc@posti.example' }]),
  ...TEAMS.flatMap(ticketsOf),
  // Each team's ticket hints at one of the other: a number in a subject line is no access.
  `UPDATE ticket SET possibly_belongs_to = '${OF.B.ticket}' WHERE id = '${OF.A.ticket}'; UPDATE ticket SET possibly_belongs_to = '${OF.A.ticket}' WHERE id = '${OF.B.ticket}';`,
  insert('inbound_raw', { id: QUARANTINED, source: 'smtp', received_at: at(1), envelope_from: 'asiakasc@posti.example', envelope_to: ['team-a@desk.example'], bytes: Buffer.from('x'), size: 1, sha256: Buffer.alloc(32), state: 'quarantined', tries: 3, error_code: 'nesting', trace_id: 'matrix' }),
].join('\n');

/** Puts the same rows back: two teams with two of everything. */
export async function seed(db: TestDatabase): Promise<void> {
  const tables = await db.sql<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('schema_migration', 'role')`);
  // Some dozens of rows: deleting them past foreign keys and triggers is many times quicker than TRUNCATE, and this happens often.
  await db.sql(`BEGIN; SET LOCAL session_replication_role = replica; ${tables.map((t) => `DELETE FROM "${t.name}";`).join(' ')} COMMIT; ${SEED}`);
}

/** Rows that a refused call may touch: how often somebody knocked, that something was read. */
const MOVING = new Set(['throttle', 'access_log', 'schema_migration', 'setting']);

/** When a session was last seen moves with every request; that it is there does not. */
const rowOf = (table: string): string => (table === 'session' ? 't.id::text' : 't::text');

/** Tables with a digest of all their rows, to see what a call changed. */
export async function digest(db: TestDatabase): Promise<ReadonlyMap<string, string>> {
  const tables = (await db.sql<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`)).map((t) => t.name).filter((name) => !MOVING.has(name));
  const rows = await db.sql<{ name: string; digest: string }>(tables.map((name) => `SELECT '${name}' AS name, coalesce(md5(string_agg(${rowOf(name)}, '|' ORDER BY ${rowOf(name)})), '') AS digest FROM "${name}" t`).join(' UNION ALL '));
  return new Map(rows.map((row) => [row.name, row.digest]));
}
