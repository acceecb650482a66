import { Injectable } from '@nestjs/common';
import { LIMITS } from '@kaiku/kernel';
import { Database } from '../database/database';
import { namedQuery } from '../database/named-query';

// The newest event stays, so that a follower's position can always be compared with something. Real time: both are plumbing.
const EVENTS = namedQuery('upkeep.events', `
  DELETE FROM outbox_event WHERE relayed_at < clock_timestamp() - interval '${LIMITS.outbox.keepDays} days' AND position < (SELECT max(position) FROM outbox_event) RETURNING id`);
const KEYS = namedQuery('upkeep.keys', `DELETE FROM idempotency_key WHERE at < clock_timestamp() - interval '${LIMITS.idempotency.hours} hours' RETURNING key`);
// Counts of throttles that have run out: an instant in milliseconds, as the limiter writes it.
const THROTTLES = namedQuery('upkeep.throttles', 'DELETE FROM throttle WHERE expire < extract(epoch FROM clock_timestamp()) * 1000 RETURNING key');

@Injectable()
export class UpkeepRepository {
  constructor(private readonly database: Database) {}

  /** @returns how many are gone */
  async forgetEvents(): Promise<number> {
    return (await this.database.transaction(() => this.database.rows(EVENTS))).length;
  }
  async forgetKeys(): Promise<number> {
    return (await this.database.transaction(() => this.database.rows(KEYS))).length;
  }
  async forgetThrottles(): Promise<number> {
    return (await this.database.transaction(() => this.database.rows(THROTTLES))).length;
  }
}
