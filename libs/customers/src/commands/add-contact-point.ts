import { Injectable } from '@nestjs/common';
import { can, Clock, Forbidden, id, LIMITS, line, parseInput, staffIdOf, viewerOf, type Actor } from '@kaiku/kernel';
import { Database, Outbox } from '@kaiku/platform';
import { z } from 'zod';
import { contactPoint } from '../contact-point.rules';
import { mayView } from '../customer.rules';
import { CustomerRepository } from '../customer.repository';
import { CustomerChanged } from '../customers.events';
import { CUSTOMER_PERMISSIONS } from '../customers.permissions';
import { CustomerNotFound } from '../customers.problems';

export const AddContactPointInput = z.strictObject({
  customerId: id,
  kind: z.enum(['email', 'phone']),
  value: line(300),
  reason: line(LIMITS.ticket.reason),
});

/** Adds an address or number to a customer. Adding what is there already changes nothing. */
@Injectable()
export class AddContactPoint {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly customers: CustomerRepository,
    private readonly outbox: Outbox,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<{ customerId: string }> {
    if (!can(actor, CUSTOMER_PERMISSIONS.edit)) throw new Forbidden(CUSTOMER_PERMISSIONS.edit);
    const input = parseInput(AddContactPointInput, raw);
    const point = contactPoint(input.kind, input.value);
    return this.database.transaction(async () => {
      const customer = mayView(viewerOf(actor)) ? await this.customers.lock(input.customerId) : null;
      if (!customer) throw new CustomerNotFound();
      const at = this.clock.now();
      const source = actor.kind === 'system' ? actor.name : 'agent';
      if (await this.customers.link(customer.id, point, source, at)) {
        const version = customer.version + 1;
        await this.customers.save(customer.id, { version, updatedAt: at });
        await this.customers.keepHistory(customer.id, [{ field: 'contactPoint', oldValue: null, newValue: point.value }], { actor, source, reason: input.reason, at });
        await this.outbox.publish(CustomerChanged, { customerId: customer.id, actorId: staffIdOf(actor), version, changed: ['contactPoint'] });
      }
      return { customerId: customer.id };
    });
  }
}
