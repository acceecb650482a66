import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';
import { CallEntity } from './call.entity';

// Locks go customer first, then ticket: the call refers to the customer after the ticket has been locked.
const HOLD = namedQuery('calls.hold-customer', 'SELECT id FROM customer WHERE id = $1 FOR KEY SHARE');

@Injectable()
export class CallRepository {
  constructor(private readonly database: Database) {}

  async insert(call: CallEntity): Promise<void> {
    await this.database.manager.insert(CallEntity, call);
  }

  /** Keeps the customer from going away until the transaction ends; call it before a ticket is locked. */
  async holdCustomer(customerId: string): Promise<void> {
    await this.database.rows(HOLD, [customerId]);
  }
}
