import { Injectable } from '@nestjs/common';
import { newId } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';

/** Where to push, and the keys that only that browser can open. */
export interface Browser {
  readonly id: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

// A browser that somebody else signs in on takes that person's pushes from then on.
const KEEP = namedQuery('push.keep', `
  INSERT INTO push_subscription (id, staff_id, endpoint, p256dh, auth, created_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (endpoint) DO UPDATE SET staff_id = excluded.staff_id, p256dh = excluded.p256dh, auth = excluded.auth, created_at = excluded.created_at`);
const TRIM = namedQuery('push.trim', `
  DELETE FROM push_subscription WHERE id IN (SELECT id FROM push_subscription WHERE staff_id = $1 ORDER BY created_at DESC, id DESC OFFSET $2)`);
const OF = namedQuery('push.of', 'SELECT id, endpoint, p256dh, auth FROM push_subscription WHERE staff_id = $1 ORDER BY id');
const REMOVE = namedQuery('push.remove', 'DELETE FROM push_subscription WHERE staff_id = $1 AND endpoint = $2 RETURNING id');
const GONE = namedQuery('push.gone', 'DELETE FROM push_subscription WHERE id = $1 AND endpoint = $2');
const FORGET = namedQuery('push.forget', 'DELETE FROM push_subscription WHERE staff_id = $1 RETURNING id');

@Injectable()
export class PushSubscriptionRepository {
  constructor(private readonly database: Database) {}

  /** @param most how many browsers one person may have; the oldest make room */
  async keep(staffId: string, browser: Omit<Browser, 'id'>, now: Date, most: number): Promise<void> {
    await this.database.rows(KEEP, [newId(), staffId, browser.endpoint, browser.p256dh, browser.auth, now]);
    await this.database.rows(TRIM, [staffId, most]);
  }
  of(staffId: string): Promise<readonly Browser[]> {
    return this.database.rows<Browser & Record<string, unknown>>(OF, [staffId]);
  }
  async remove(staffId: string, endpoint: string): Promise<boolean> {
    return (await this.database.rows(REMOVE, [staffId, endpoint])).length > 0;
  }
  /** The push service says that this browser takes no more. */
  async gone(browser: Browser): Promise<void> {
    await this.database.rows(GONE, [browser.id, browser.endpoint]);
  }
  /** @returns how many there were */
  async forgetPerson(staffId: string): Promise<number> {
    return (await this.database.rows(FORGET, [staffId])).length;
  }
}
