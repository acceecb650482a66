import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LIMITS, type Locale, type StaffActor, type Viewer } from '@kaiku/kernel';
import { askedTogether, Database, namedQuery, SessionReader } from '@kaiku/platform';

const USABLE = `s.expires_at > clock_timestamp() AND s.last_seen_at > clock_timestamp() - interval '${LIMITS.session.idleHours} hours'`;
/** Sessions run on the database's real time, whatever the demo's clock says. One statement for all who ask together, by unique index. */
const READ = namedQuery('staff.session', `
  SELECT s.token_hash AS "tokenHash", s.id AS "sessionId", m.id, m.name, m.locale,
    s.last_seen_at < clock_timestamp() - interval '1 minute' AS "longAgo",
    ARRAY(SELECT DISTINCT p FROM staff_role sr JOIN role r ON r.id = sr.role_id CROSS JOIN unnest(r.permissions) p WHERE sr.staff_id = m.id) AS permissions,
    ARRAY(SELECT t.team_id FROM team_member t WHERE t.staff_id = m.id) AS "teamIds",
    ARRAY(SELECT t.team_id FROM team_member t WHERE t.staff_id = m.id AND t.lead) AS "leadTeamIds"
  FROM session s JOIN staff_member m ON m.id = s.staff_id AND m.active
  WHERE s.token_hash = ANY($1::bytea[]) AND ${USABLE}`);
const SEEN = namedQuery('staff.session-seen', `
  UPDATE session SET last_seen_at = clock_timestamp() WHERE id = $1 AND last_seen_at < clock_timestamp() - interval '1 minute'`);

const ENDED = namedQuery('staff.sessions-ended', `SELECT id FROM unnest($1::uuid[]) AS asked(id) WHERE NOT EXISTS (SELECT FROM session s WHERE s.id = asked.id AND ${USABLE})`);

type Row = { tokenHash: Buffer; sessionId: string; id: string; name: string; locale: Locale; longAgo: boolean; permissions: string[]; teamIds: string[]; leadTeamIds: string[] };

/** What is stored instead of a token. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Reads who a session token belongs to; rights are those of this moment. */
@Injectable()
export class SessionQueries extends SessionReader {
  private readonly sessionOf = askedTogether(LIMITS.session.together, async (hashes: readonly Buffer[]): Promise<(Row | undefined)[]> => {
    const rows = await this.database.rows<Row>(READ, [hashes]);
    return hashes.map((hash) => rows.find(({ tokenHash }) => tokenHash.equals(hash)));
  });

  constructor(private readonly database: Database) {
    super();
  }

  async read(token: string, inUse = true): Promise<StaffActor | null> {
    const row = await this.sessionOf(hashOfToken(token));
    if (!row) return null;
    if (inUse && row.longAgo) await this.database.rows(SEEN, [row.sessionId]);
    return {
      kind: 'staff',
      id: row.id,
      sessionId: row.sessionId,
      name: row.name,
      locale: row.locale,
      permissions: new Set(row.permissions),
      teamIds: new Set(row.teamIds),
      leadTeamIds: new Set(row.leadTeamIds),
    };
  }
  /** Those of the given sessions that can no longer be used. */
  async ended(_viewer: Viewer, ids: readonly string[]): Promise<string[]> {
    return ids.length === 0 ? [] : (await this.database.rows<{ id: string }>(ENDED, [ids])).map((s) => s.id);
  }
}
