import { Injectable } from '@nestjs/common';
import { Clock, type EventDefinition } from '@kaiku/kernel';
import { Database } from '../database/database';
import { namedQuery } from '../database/named-query';
import { currentTraceId } from '../observability/request-context';

const INSERT = namedQuery('outbox.insert', 'INSERT INTO outbox_event (name, payload, trace_id, at) VALUES ($1, $2, $3, $4)');
const INSERT_ALL = namedQuery('outbox.insert-all', 'INSERT INTO outbox_event (name, payload, trace_id, at) SELECT $1, payload, $3, $4 FROM jsonb_array_elements($2) WITH ORDINALITY e (payload, n) ORDER BY n');

/** News leaves as a row of the same transaction: it is lost or kept together with what it tells of. */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws outside a transaction, and when the payload does not fit the event's schema. */
  async publish<T>(event: EventDefinition<T>, payload: T): Promise<void> {
    if (!this.database.inTransaction) throw new Error(`event ${event.name} was published outside a transaction`);
    this.database.write(INSERT, [event.name, event.schema.parse(payload), currentTraceId(), this.clock.now()]);
  }

  /** The same for news of one kind in numbers, in one statement. */
  async publishAll<T>(event: EventDefinition<T>, payloads: readonly T[]): Promise<void> {
    if (!this.database.inTransaction) throw new Error(`event ${event.name} was published outside a transaction`);
    if (payloads.length > 0) this.database.write(INSERT_ALL, [event.name, JSON.stringify(payloads.map((payload) => event.schema.parse(payload))), currentTraceId(), this.clock.now()]);
  }
}
