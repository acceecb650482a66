import { Injectable } from '@nestjs/common';
import { staffIdOf } from '@kaiku/kernel';
import { Outbox } from '@kaiku/platform';
import { CustomerRepository, type ChangeContext } from '../customer.repository';
import { CustomerChanged } from '../customers.events';

/** The customer's own mark of being restricted, by which every other reading hides and leaves out. */
@Injectable()
export class RestrictionFlag {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly outbox: Outbox,
  ) {}

  /** In the transaction that writes the ledger, after the person's lock. */
  async set(customerId: string, restricted: boolean, context: ChangeContext): Promise<void> {
    const customer = (await this.customers.lock(customerId))!;
    if (customer.flags.includes('restricted') === restricted) return;
    const flags = restricted ? [...customer.flags, 'restricted'] : customer.flags.filter((flag) => flag !== 'restricted');
    const version = customer.version + 1;
    await this.customers.save(customerId, { flags, version, updatedAt: context.at });
    await this.customers.keepHistory(customerId, [{ field: 'flags', oldValue: customer.flags.join(' ') || null, newValue: flags.join(' ') || null }], context);
    await this.outbox.publish(CustomerChanged, { customerId, actorId: staffIdOf(context.actor), version, changed: ['flags'] });
  }
}
