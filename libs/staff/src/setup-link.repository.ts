import { Injectable } from '@nestjs/common';
import { LIMITS, newToken } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { hashOfToken } from './session.queries';

const GUARD = namedQuery('staff.setup-guard', 'SELECT pg_advisory_xact_lock(5160420)');
const ANYBODY = namedQuery('staff.setup-anybody', 'SELECT EXISTS (SELECT FROM staff_member) AS "somebody"');
const VOID = namedQuery('staff.setup-void', 'UPDATE setup_link SET expires_at = clock_timestamp() WHERE used_at IS NULL AND expires_at > clock_timestamp()');
const MAKE = namedQuery('staff.setup-make', `
  INSERT INTO setup_link (token_hash, created_at, expires_at) SELECT $1::bytea, t, t + interval '${LIMITS.setup.linkMinutes} minutes' FROM clock_timestamp() t`);
const USABLE = 'token_hash = $1 AND used_at IS NULL AND expires_at > clock_timestamp()';
const FIND = namedQuery('staff.setup-find', `SELECT FROM setup_link WHERE ${USABLE}`);
const FRESH = namedQuery('staff.setup-fresh', `SELECT FROM setup_link WHERE ${USABLE} AND expires_at > clock_timestamp() + (expires_at - created_at) / 2`);
const USE = namedQuery('staff.setup-use', `UPDATE setup_link SET used_at = clock_timestamp() WHERE ${USABLE} RETURNING used_at`);

/** The one-time link; its changes run one after another, so that there is one first administrator. */
@Injectable()
export class SetupLinkRepository {
  constructor(private readonly database: Database) {}

  /** Whether anybody works here. Takes the lock that changes of links wait for, until the transaction's end. */
  async somebody(): Promise<boolean> {
    await this.database.rows(GUARD);
    return (await this.database.one<{ somebody: boolean }>(ANYBODY))!.somebody;
  }

  /** A new link's token; earlier links end. */
  async make(): Promise<string> {
    const token = newToken();
    await this.database.rows(VOID);
    await this.database.rows(MAKE, [hashOfToken(token)]);
    return token;
  }

  /** Whether half its life or more is left. */
  async fresh(token: string): Promise<boolean> {
    return (await this.database.one(FRESH, [hashOfToken(token)])) !== null;
  }

  async usable(token: string): Promise<boolean> {
    return (await this.database.one(FIND, [hashOfToken(token)])) !== null;
  }

  /** Whether the token could still be used; it cannot be used again. */
  async use(token: string): Promise<boolean> {
    if (await this.somebody()) return false;
    return (await this.database.one(USE, [hashOfToken(token)])) !== null;
  }
}
