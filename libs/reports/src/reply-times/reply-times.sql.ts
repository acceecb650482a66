import type { Figure } from './reply-times.input';

/** $1 metric, $2 from, $3 to, $4 team or null, $5 kind or null, $6 now. */
const CHOSEN = `d.metric = $1 AND ($4::uuid IS NULL OR d.team_id = $4::uuid) AND ($5::text IS NULL OR d.kind = $5::text)`;
const OPEN = `d.state IN ('running', 'paused', 'suspended', 'error')`;
/** What was taken away from the clock, or answered in the very contact, is counted beside it and measures nothing. */
const MEASURED = `d.state NOT IN ('cancelled', 'waived') AND d.outcome IS DISTINCT FROM 'met_in_contact'`;
const DUE = `d.due_day >= $2::date AND d.due_day < $3::date AND d.due_at <= $6::timestamptz`;
const ARRIVED = `d.start_day >= $2::date AND d.start_day < $3::date AND d.started_at <= $6::timestamptz`;

/**
 * What each figure counts, as a condition on `deadline d`. Figure and list are made from the same text. A case is due on one day
 * whatever became of it, so a share of those due leaves nobody out; how long people wait is asked of those who arrived.
 */
export const FIGURES: Readonly<Record<Figure, string>> = {
  due: `${DUE} AND ${MEASURED}`,
  met: `${DUE} AND ${MEASURED} AND d.state = 'met'`,
  late: `${DUE} AND ${MEASURED} AND d.state = 'late'`,
  overdueOpen: `${DUE} AND ${MEASURED} AND ${OPEN}`,
  cancelled: `${DUE} AND d.state = 'cancelled'`,
  waived: `${DUE} AND d.state = 'waived'`,
  metInContact: `${DUE} AND d.outcome = 'met_in_contact'`,
  arrived: `${ARRIVED} AND ${MEASURED}`,
  open: `${ARRIVED} AND ${MEASURED} AND ${OPEN}`,
};

/** The day a figure puts a case under. */
export const dayOf = (figure: Figure): 'due_day' | 'start_day' => (figure === 'arrived' || figure === 'open' ? 'start_day' : 'due_day');

const counts = (figures: readonly Figure[]): string => figures.map((f) => `count(*) FILTER (WHERE ${FIGURES[f]})::integer AS "${f}"`).join(', ');
const groups = (day: string): string => `GROUP BY GROUPING SETS ((), (d.kind), (d.team_id), (${day}))`;
const group = (day: string): string => `
  CASE WHEN grouping(d.kind) = 0 THEN 'kind' WHEN grouping(d.team_id) = 0 THEN 'team' WHEN grouping(${day}) = 0 THEN 'day' ELSE 'all' END AS dim,
  CASE WHEN grouping(d.kind) = 0 THEN d.kind WHEN grouping(d.team_id) = 0 THEN d.team_id::text WHEN grouping(${day}) = 0 THEN ${day}::text ELSE '' END AS key`;

export const DUE_COUNTS = `SELECT ${group('d.due_day')}, ${counts(['due', 'met', 'late', 'overdueOpen', 'cancelled', 'waived', 'metInContact'])}
  FROM deadline d WHERE ${CHOSEN} AND ${DUE} ${groups('d.due_day')}`;

export const ARRIVED_COUNTS = `SELECT ${group('d.start_day')}, ${counts(['arrived', 'open'])}
  FROM deadline d WHERE ${CHOSEN} AND ${ARRIVED} ${groups('d.start_day')}`;

const WITH_EVENTS = `SELECT d.id, (SELECT jsonb_agg(jsonb_build_object('seq', e.seq, 'type', e.type, 'at', round(extract(epoch FROM e.at) * 1000), 'payload', e.payload) ORDER BY e.seq)
    FROM deadline_event e WHERE e.deadline_id = d.id) AS events FROM deadline d`;
/** Whoever still waits, with the events of the clock: how much working time has gone by only the calendar can tell. */
export const WAITING = `${WITH_EVENTS} WHERE ${CHOSEN} AND ${FIGURES.open}`;
/** The same of the cases $1 of a list. */
export const WAITING_OF = `${WITH_EVENTS} WHERE d.id = ANY($1::uuid[]) AND ${OPEN}`;

/**
 * Median and 90th percentile after Kaplan and Meier, per group, for working (`work`) and calendar (`wall`) time in milliseconds:
 * those who still wait are in the curve as "at least so long". $7 and $8: ids of the waiting and their working time.
 * A curve that does not fall so far gives null, and `longest` says how far it was seen.
 */
export const CURVES = `
  WITH fact AS (
    SELECT d.kind, d.team_id, d.start_day, d.stopped_at IS NOT NULL AS ended,
      coalesce(w.work, d.used_ms)::float8 AS work, (extract(epoch FROM coalesce(d.stopped_at, $6::timestamptz) - d.started_at) * 1000)::float8 AS wall
    FROM deadline d LEFT JOIN unnest($7::uuid[], $8::float8[]) w (id, work) ON w.id = d.id
    WHERE ${CHOSEN} AND ${FIGURES.arrived}),
  sample AS (
    SELECT g.dim, g.key, c.clock, c.ms, f.ended FROM fact f
    CROSS JOIN LATERAL (VALUES ('all', ''), ('kind', f.kind), ('team', f.team_id::text), ('day', f.start_day::text)) g (dim, key)
    CROSS JOIN LATERAL (VALUES ('work', f.work), ('wall', f.wall)) c (clock, ms)),
  instant AS (SELECT dim, key, clock, ms, count(*) FILTER (WHERE ended) AS ends, count(*) AS leaves FROM sample GROUP BY dim, key, clock, ms),
  risk AS (SELECT *, sum(leaves) OVER (PARTITION BY dim, key, clock ORDER BY ms DESC) AS waiting FROM instant),
  curve AS (
    SELECT dim, key, clock, ms, ends,
      CASE WHEN bool_or(ends = waiting) OVER so_far THEN 0 ELSE exp(sum(CASE WHEN ends < waiting THEN ln(1 - ends / waiting) ELSE 0 END) OVER so_far) END AS alive
    FROM risk WINDOW so_far AS (PARTITION BY dim, key, clock ORDER BY ms))
  SELECT dim, key, clock, min(ms) FILTER (WHERE ends > 0 AND alive <= 0.5 + 1e-9) AS p50, min(ms) FILTER (WHERE ends > 0 AND alive <= 0.1 + 1e-9) AS p90, max(ms) AS longest
  FROM curve GROUP BY dim, key, clock`;

/** The cases of one figure, oldest first. $7 a day or null, $8 and $9 the last row seen or null, $10 how many. */
export function casesSql(figure: Figure): string {
  const at = dayOf(figure) === 'due_day' ? 'd.due_at' : 'd.started_at';
  return `SELECT d.id, d.subject_id AS "ticketId", d.state, d.started_at AS "startedAt", d.due_at AS "dueAt", d.stopped_at AS "stoppedAt", d.used_ms::float8 AS "workMs",
      (extract(epoch FROM coalesce(d.stopped_at, $6::timestamptz) - d.started_at) * 1000)::float8 AS "calendarMs", ${at} AS at
    FROM deadline d WHERE ${CHOSEN} AND ${FIGURES[figure]} AND ($7::date IS NULL OR d.${dayOf(figure)} = $7::date)
      AND ($8::timestamptz IS NULL OR (${at}, d.id) > ($8::timestamptz, $9::uuid))
    ORDER BY ${at}, d.id LIMIT $10`;
}

export const casesCountSql = (figure: Figure): string =>
  `SELECT count(*)::integer AS count FROM deadline d WHERE ${CHOSEN} AND ${FIGURES[figure]} AND ($7::date IS NULL OR d.${dayOf(figure)} = $7::date)`;
