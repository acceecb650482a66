import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';

const ADD = namedQuery('surveys.bounce-add', `
  INSERT INTO survey_bounce (id, invitation_id, address_hash, class, code, at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id`);
const SOFT = namedQuery('surveys.bounce-soft', `SELECT count(*)::int AS count FROM survey_bounce WHERE address_hash = $1 AND class = 'soft' AND at > $2`);

@Injectable()
export class BounceRepository {
  constructor(private readonly database: Database) {}

  /** False when this message has come back in this way before. */
  async add(b: { id: string; invitationId: string; addressHash: Buffer; class: string; code: string; at: Date }): Promise<boolean> {
    return (await this.database.rows(ADD, [b.id, b.invitationId, b.addressHash, b.class, b.code, b.at])).length === 1;
  }
  /** Different messages to this address that found a full mailbox since then. */
  async soft(addressHash: Buffer, since: Date): Promise<number> {
    return (await this.database.one<{ count: number }>(SOFT, [addressHash, since]))!.count;
  }
}
