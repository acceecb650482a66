import { namedQuery, type NamedQuery } from '@kaiku/platform';
import { amongOpen, OPEN_SQL, View, viewCondition, VIEWS } from './view.rules';
import { TICKET_COLUMNS, ticketJoins } from './ticket.views';

/** Whose tickets a statement looks through. One statement each, so that every one walks the index made for it. */
export type Reach = 'all' | 'teams' | 'mine';
export const reachOf = (view: View, sightAll: boolean): Reach => (view === 'MY_OPEN' ? 'mine' : view === 'MY_DRAFTS' || !sightAll ? 'teams' : 'all');

export const LOWEST_ID = '00000000-0000-0000-0000-000000000000';
export const HIGHEST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

// $1 me, $2 and $3 the last row seen that has a deadline, $4 the last row seen that has none, then teams, then tomorrow or the drafted tickets.
const NAMES = { me: '$1', due: '$2::timestamptz', dueId: '$3::uuid', nullId: '$4::uuid', teams: '$5::uuid[]' };
const extra = (view: View, reach: Reach): string => (view === 'MY_DRAFTS' ? '$7' : reach === 'teams' ? '$6' : '$5');

/**
 * Rows of a view after a given row, in the order of the queue: nearest deadline first, those without one last, then by id.
 * Each branch reads at most `limit` rows of an index in its own order, so the cost does not grow with the tables.
 */
function hits(view: View, reach: Reach, columns: string, limit: string): string {
  const condition = viewCondition(view, { me: NAMES.me, tomorrow: extra(view, reach), drafted: extra(view, reach) });
  const branch = (where: string) => `
    (SELECT ${columns} FROM ticket t WHERE ${condition}${where} AND (t.next_due_at, t.id) > (${NAMES.due}, ${NAMES.dueId}) ORDER BY t.next_due_at, t.id LIMIT ${limit})
    UNION ALL (SELECT ${columns} FROM ticket t WHERE ${condition}${where} AND t.next_due_at IS NULL AND t.id > ${NAMES.nullId} ORDER BY t.next_due_at, t.id LIMIT ${limit})`;
  const order = `ORDER BY h.next_due_at NULLS LAST, h.id LIMIT ${limit}`;
  if (view === 'MY_DRAFTS') {
    return `SELECT h.* FROM (${branch(` AND ($6::boolean OR t.team_id = ANY(${NAMES.teams}) OR t.assignee_id = ${NAMES.me}::uuid)`)}) h ${order}`;
  }
  if (reach !== 'teams') return `SELECT h.* FROM (${branch('')}) h ${order}`;
  return `SELECT h.* FROM (
    SELECT own.* FROM unnest(${NAMES.teams}) AS team_of_mine CROSS JOIN LATERAL (${branch(' AND t.team_id = team_of_mine')}) own
    UNION ALL SELECT assigned.* FROM (${branch(` AND t.assignee_id = ${NAMES.me}::uuid AND NOT t.team_id = ANY(${NAMES.teams})`)}) assigned
  ) h ${order}`;
}

const each = <T>(make: (view: View, reach: Reach) => T): ReadonlyMap<string, T> =>
  new Map(VIEWS.flatMap((view) => [...new Set([reachOf(view, true), reachOf(view, false)])].map((reach) => [`${view}-${reach}`, make(view, reach)] as const)));

/** Limits are literal, so that the plan does not depend on a value it cannot see. */
const SIZES = [50, 100] as const;
const PAGES = new Map(SIZES.map((size) => [size, each((view, reach) =>
  namedQuery(`tickets.view-${view}-${reach}-${size}`, `
    WITH hit AS MATERIALIZED (${hits(view, reach, 't.id, t.next_due_at', String(size + 1))})
    SELECT ${TICKET_COLUMNS} FROM hit JOIN ticket t ON t.id = hit.id ${ticketJoins('$1')} ORDER BY t.next_due_at NULLS LAST, t.id`))]));

/** The statement for a page of a view and how many rows it can bring. */
export const pageQuery = (view: View, sightAll: boolean, first: number): NamedQuery => PAGES.get(first <= 50 ? 50 : 100)!.get(`${view}-${reachOf(view, sightAll)}`)!;

// The position is read in the same snapshot as the rows, so that no later event is missed.
const INDEXES = each((view, reach) => {
  const last = view === 'MY_DRAFTS' ? '$8' : view === 'DUE_TODAY' ? (reach === 'teams' ? '$7' : '$6') : reach === 'teams' ? '$6' : '$5';
  const order = 'ORDER BY next_due_at NULLS LAST, id';
  return namedQuery(`tickets.index-${view}-${reach}`, `
    WITH hit AS MATERIALIZED (${hits(view, reach, 't.number, t.version, t.id, t.next_due_at', `(${last}::integer + 1)`)})
    SELECT $1::uuid AS viewer, (SELECT coalesce(max(position), 0)::text FROM outbox_event) AS cursor,
      coalesce((SELECT json_agg(json_build_array(number, version)) FROM (SELECT number, version FROM hit ${order} LIMIT ${last}::integer) shown), '[]') AS entries,
      (SELECT json_build_array(next_due_at, id) FROM hit ${order} OFFSET greatest(${last}::integer - 1, 0) LIMIT 1) AS "lastKey",
      (SELECT count(*)::integer FROM hit) AS found`);
});
export const indexQuery = (view: View, sightAll: boolean): NamedQuery => INDEXES.get(`${view}-${reachOf(view, sightAll)}`)!;

const COUNTED = `t.assignee_id, t.status, t.kind, t.next_due_at`;
const counts = (from: string, me: string, tomorrow: string): string => {
  const lines = VIEWS.filter((view) => view !== 'MY_DRAFTS').map((view) => `count(*) FILTER (WHERE ${amongOpen(view, { me, tomorrow })})::integer AS "${view}"`);
  return `SELECT ${lines.join(',\n')} FROM ${from}`;
};
/** All views in one walk of the covering index. $1 me, $2 tomorrow, $3 teams. */
export const COUNTS: Readonly<Record<'all' | 'teams', NamedQuery>> = {
  all: namedQuery('tickets.counts-all', counts(`ticket t WHERE t.${OPEN_SQL}`, '$1', '$2')),
  teams: namedQuery('tickets.counts-teams', counts(
    `(SELECT ${COUNTED} FROM ticket t WHERE t.${OPEN_SQL} AND t.team_id = ANY($3::uuid[])
      UNION ALL SELECT ${COUNTED} FROM ticket t WHERE t.${OPEN_SQL} AND t.assignee_id = $1::uuid AND NOT t.team_id = ANY($3::uuid[])) t`, '$1', '$2')),
};
/** $1 drafted tickets, then who sees them. */
export const COUNT_DRAFTED = namedQuery('tickets.count-drafted', `
  SELECT count(*)::integer AS count FROM ticket t WHERE t.id = ANY($1::uuid[]) AND ($2::boolean OR t.team_id = ANY($3::uuid[]) OR t.assignee_id = $4::uuid)`);
