/** The product's own columns, read in one statement that gives the answer as text. $1 team, $2 agent, $3 tomorrow. */
const OPEN = `status IN ('new', 'open', 'waiting_customer', 'waiting_third_party', 'snoozed')`;
const initials = (name: string): string => `upper(left(${name}, 1) || left(split_part(${name}, ' ', 2), 1))`;

export const TICKET_ROW = `
  'id', t.id, 'number', t.number, 'version', t.version, 'kind', t.kind, 'status', t.status, 'priority', t.priority, 'channel', t.channel, 'subject', t.subject, 'language', t.language,
  'orderNumber', t.order_number, 'answerWanted', t.answer_wanted, 'tags', t.tags, 'createdAt', t.created_at, 'updatedAt', t.updated_at, 'nextDueAt', t.next_due_at,
  'unread', coalesce(s.entry_id IS DISTINCT FROM t.last_entry_id, true), 'solvedAt', t.solved_at, 'reopenUntil', t.solved_at + interval '14 days', 'noReplyReason', t.no_reply_reason,
  'team', json_build_object('id', team.id, 'name', team.name),
  'assignee', CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', a.name, 'initials', ${initials('a.name')}) END,
  'customer', CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.first_name || ' ' || c.last_name) END,
  'lastEntry', json_build_object('id', t.last_entry_id, 'kind', t.last_entry_kind, 'at', t.last_entry_at, 'preview', t.last_entry_preview, 'byUs', t.last_entry_by_us),
  'maskedFields', json_build_array()`;

export const TICKET_JOINS = `JOIN team ON team.id = t.team_id LEFT JOIN staff_member a ON a.id = t.assignee_id LEFT JOIN customer c ON c.id = t.customer_id
  LEFT JOIN ticket_seen s ON s.ticket_id = t.id AND s.staff_id = $2::uuid`;

export const QUEUE = `
  WITH hit AS (SELECT t.* FROM ticket t WHERE t.${OPEN} AND t.team_id = $1 ORDER BY t.next_due_at, t.id LIMIT 51),
    counted AS (SELECT
      count(*) FILTER (WHERE assignee_id = $2) AS mine, count(*) FILTER (WHERE assignee_id IS NULL) AS unassigned, count(*) FILTER (WHERE next_due_at < $3) AS due,
      count(*) FILTER (WHERE status IN ('waiting_customer', 'waiting_third_party', 'snoozed')) AS waiting, count(*) FILTER (WHERE kind = 'complaint') AS complaints, count(*) AS everything
      FROM ticket WHERE ${OPEN} AND team_id = $1)
  SELECT json_build_object('data', json_build_object(
    'tickets', json_build_object('hasNextPage', (SELECT count(*) > 50 FROM hit), 'nodes',
      (SELECT json_agg(json_build_object(${TICKET_ROW}) ORDER BY t.next_due_at, t.id) FROM (SELECT * FROM hit LIMIT 50) t ${TICKET_JOINS})),
    'viewCounts', (SELECT json_build_object('MY_OPEN', mine, 'UNASSIGNED', unassigned, 'DUE_TODAY', due, 'WAITING', waiting, 'COMPLAINTS', complaints, 'ALL_OPEN', everything,
      'MY_DRAFTS', (SELECT count(*) FROM draft WHERE staff_id = $2)) FROM counted)))::text AS answer`;
