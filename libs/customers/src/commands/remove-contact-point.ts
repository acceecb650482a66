import { Injectable } from '@nestjs/common';
import { can, Clock, Forbidden, id, LIMITS, line, parseInput, staffIdOf, viewerOf, type Actor } from '@kaiku/kernel';
import { Database, Outbox } from '@kaiku/platform';
import { z } from 'zod';
import { maskedParts, mayView } from '../customer.rules';
import { CustomerRepository } from '../customer.repository';
import { CustomerChanged } from '../customers.events';
import { CUSTOMER_PERMISSIONS } from '../customers.permissions';
import { CustomerNotFound } from '../customers.problems';

export const RemoveContactPointInput = z.strictObject({ customerId: id, contactPointId: id, reason: line(LIMITS.ticket.reason) });

/** Takes an address or number off a customer; others who share it keep it. Removing what is not there changes nothing. */
@Injectable()
export class RemoveContactPoint {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly customers: CustomerRepository,
    private readonly outbox: Outbox,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<{ customerId: string }> {
    if (!can(actor, CUSTOMER_PERMISSIONS.edit)) throw new Forbidden(CUSTOMER_PERMISSIONS.edit);
    const input = parseInput(RemoveContactPointInput, raw);
    return this.database.transaction(async () => {
      const customer = mayView(viewerOf(actor)) ? await this.customers.lock(input.customerId) : null;
      if (!customer) throw new CustomerNotFound();
      if (maskedParts(viewerOf(actor), customer.flags).includes('contactPoints')) throw new Forbidden(CUSTOMER_PERMISSIONS.viewContact);
      const removed = await this.customers.unlink(customer.id, input.contactPointId);
      if (removed !== null) {
        const at = this.clock.now();
        const version = customer.version + 1;
        await this.customers.save(customer.id, { version, updatedAt: at });
        await this.customers.keepHistory(customer.id, [{ field: 'contactPoint', oldValue: removed, newValue: null }], { actor, source: 'agent', reason: input.reason, at });
        await this.outbox.publish(CustomerChanged, { customerId: customer.id, actorId: staffIdOf(actor), version, changed: ['contactPoint'] });
      }
      return { customerId: customer.id };
    });
  }
}
