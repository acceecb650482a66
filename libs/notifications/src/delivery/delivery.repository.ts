import { Injectable } from '@nestjs/common';
import { Database, namedQuery, type DueRow } from '@kaiku/platform';
import { OPEN_STATUSES } from '@kaiku/tickets';
import type { Delivery, Settled } from './delivery.rules';

const EXPIRE = namedQuery('notice-delivery.expire', `
  UPDATE notice_delivery SET state = 'queued', lease_until = NULL, fence = fence + 1, error_code = 'worker_lost', next_try_at = $1
  WHERE id IN (SELECT id FROM notice_delivery WHERE state = 'claimed' AND lease_until < clock_timestamp() FOR UPDATE SKIP LOCKED LIMIT 200)`);
const DUE = namedQuery('notice-delivery.due', `
  UPDATE notice_delivery SET fence = fence + 1, lease_until = clock_timestamp() + make_interval(secs => $3)
  WHERE id IN (SELECT id FROM notice_delivery
    WHERE state = 'queued' AND coalesce(next_try_at, release_at) <= $1 AND (lease_until IS NULL OR lease_until < clock_timestamp()) AND ($4 OR channel <> 'mail')
    ORDER BY coalesce(next_try_at, release_at), id FOR UPDATE SKIP LOCKED LIMIT $2)
  RETURNING id, fence, trace_id AS "traceId"`);
const CLAIM = namedQuery('notice-delivery.claim', `
  UPDATE notice_delivery SET state = 'claimed', fence = fence + 1, tries = tries + 1, lease_until = clock_timestamp() + make_interval(secs => $3)
  WHERE id = $1 AND state = 'queued' AND coalesce(next_try_at, release_at) <= $2 RETURNING id`);
const GET = namedQuery('notice-delivery.get', `
  SELECT d.id, d.channel, d.fence, d.tries, d.release_at AS "releaseAt", n.id AS "noticeId", n.cause, n.ticket_number AS "ticketNumber", n.params, n.read_at IS NOT NULL AS read,
    m.id AS "staffId", m.name, m.email, m.locale, m.active, t.status IN (${OPEN_STATUSES.map((s) => `'${s}'`).join(', ')}) AS "ticketOpen",
    (SELECT coalesce(json_agg(json_build_object('cause', p.cause, 'channel', p.channel, 'on', p.enabled)), '[]') FROM notice_preference p WHERE p.staff_id = m.id) AS preferences
  FROM notice_delivery d JOIN notice n ON n.id = d.notice_id JOIN staff_member m ON m.id = n.staff_id LEFT JOIN ticket t ON t.id = n.ticket_id WHERE d.id = $1`);
const RENEW = namedQuery('notice-delivery.renew', `
  UPDATE notice_delivery SET lease_until = clock_timestamp() + make_interval(secs => $3) WHERE id = $1 AND fence = $2 AND state = 'claimed' RETURNING id`);
const FINISH = namedQuery('notice-delivery.finish', `
  UPDATE notice_delivery SET state = $3, next_try_at = $4, error_code = $5, lease_until = NULL, sent_at = CASE WHEN $3 = 'sent' THEN $6::timestamptz END
  WHERE id = $1 AND fence = $2 AND state = 'claimed' RETURNING id`);

/** Every step is `UPDATE … WHERE id AND state AND fence`; zero rows means that somebody else has taken over: stop. */
@Injectable()
export class DeliveryRepository {
  constructor(private readonly database: Database) {}

  /** @param mail false while no mail can be sent: those wait */
  claimDue(now: Date, limit: number, leaseSeconds: number, mail: boolean): Promise<DueRow[]> {
    return this.database.transaction(async () => {
      await this.database.rows(EXPIRE, [now]);
      return this.database.rows<DueRow & Record<string, unknown>>(DUE, [now, limit, leaseSeconds, mail]);
    });
  }
  /** The delivery for its one sender with all that it needs, or null when it is not due or somebody else's. */
  claim(id: string, now: Date, leaseSeconds: number): Promise<Delivery | null> {
    return this.database.transaction(async () => {
      const mine = await this.database.one(CLAIM, [id, now, leaseSeconds]);
      return mine && this.database.one<Delivery & Record<string, unknown>>(GET, [id]);
    });
  }
  /** False when it is not ours any more. */
  async renew({ id, fence }: Delivery, leaseSeconds: number): Promise<boolean> {
    return (await this.database.transaction(() => this.database.rows(RENEW, [id, fence, leaseSeconds]))).length === 1;
  }
  async finish({ id, fence }: Delivery, { state, nextTryAt, errorCode }: Settled, now: Date): Promise<boolean> {
    return (await this.database.transaction(() => this.database.rows(FINISH, [id, fence, state, nextTryAt, errorCode, now]))).length === 1;
  }
}
