import { Injectable } from '@nestjs/common';
import { LIMITS, newId, newToken } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { hashOfToken } from './session.queries';

const OPEN = namedQuery('staff.session-open', `
  INSERT INTO session (id, token_hash, staff_id, created_at, last_seen_at, expires_at)
  SELECT $1::uuid, $2::bytea, $3::uuid, t, t, t + interval '${LIMITS.session.absoluteDays} days' FROM clock_timestamp() t`);
const END_ONE = namedQuery('staff.session-end', 'DELETE FROM session WHERE token_hash = $1 RETURNING id, staff_id AS "staffId"');
const END_ALL = namedQuery('staff.session-end-all', 'DELETE FROM session WHERE staff_id = $1 AND id IS DISTINCT FROM $2 RETURNING id');
const CLEAN = namedQuery('staff.session-clean', `
  DELETE FROM session WHERE expires_at < clock_timestamp() OR last_seen_at < clock_timestamp() - interval '${LIMITS.session.idleHours} hours'`);
const TELL = namedQuery('staff.session-tell', `SELECT pg_notify('kaiku_sessions', $1)`);
/** A notice holds 8,000 bytes; this many ids fit. */
const PER_NOTICE = 150;

/** Opens and ends sessions, inside the transaction of the command. */
@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  /** A new session with a new token, which is returned once and never stored. */
  async open(staffId: string): Promise<string> {
    const token = newToken();
    await this.database.rows(OPEN, [newId(), hashOfToken(token), staffId]);
    return token;
  }

  /** Ends the session of a token; its sockets close when the transaction commits. */
  async end(token: string): Promise<void> {
    const ended = await this.database.rows<{ id: string }>(END_ONE, [hashOfToken(token)]);
    await this.tell(ended.map((s) => s.id));
  }

  /** Ends all sessions of somebody, but for the one kept. @returns ids of the ended ones */
  async endAllOf(staffId: string, keep: string | null = null): Promise<string[]> {
    const ended = (await this.database.rows<{ id: string }>(END_ALL, [staffId, keep])).map((s) => s.id);
    await this.tell(ended);
    return ended;
  }

  /** Removes what can no longer be used. */
  async clean(): Promise<void> {
    await this.database.rows(CLEAN);
  }

  /** Tells the api processes to close sockets. Rare enough for a NOTIFY inside a transaction. */
  private async tell(ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += PER_NOTICE) await this.database.rows(TELL, [JSON.stringify(ids.slice(from, from + PER_NOTICE))]);
  }
}
