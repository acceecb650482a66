import { Injectable } from '@nestjs/common';
import { Clock, type EventDefinition } from '@kaiku/kernel';
import { Database } from '../database/database';
import { namedQuery } from '../database/named-query';
import { currentTraceId } from '../observability/request-context';

const INSERT = namedQuery('outbox.insert', 'INSERT INTO outbox_event (name, payload, trace_id, at) VALUES ($1, $2, $3, $4)');

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
}
