import { Injectable } from '@nestjs/common';
import { can, Clock, Forbidden, id, LIMITS, line, locale, parseInput, staffIdOf, text, viewerOf, type Actor } from '@kaiku/kernel';
import { Database, Outbox } from '@kaiku/platform';
import { z } from 'zod';
import { cleanName, maskedParts, mayView } from '../customer.rules';
import { CustomerRepository, type FieldChange } from '../customer.repository';
import { CustomerChanged } from '../customers.events';
import { CUSTOMER_PERMISSIONS } from '../customers.permissions';
import { CustomerConflict, CustomerNotFound } from '../customers.problems';
import type { CustomerEntity } from '../entities';

/** A field left out stays; null or nothing clears it. */
export const UpdateCustomerInput = z.strictObject({
  customerId: id,
  expectedVersion: z.int().min(1),
  firstName: line(100, 0).nullish(),
  lastName: line(100, 0).nullish(),
  language: locale.nullish(),
  postalAddress: text(500, 0).nullish(),
  reason: line(LIMITS.ticket.reason),
});

/** Corrects a customer's own values; each change is kept with who and why. */
@Injectable()
export class UpdateCustomer {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly customers: CustomerRepository,
    private readonly outbox: Outbox,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<{ customerId: string }> {
    if (!can(actor, CUSTOMER_PERMISSIONS.edit)) throw new Forbidden(CUSTOMER_PERMISSIONS.edit);
    const input = parseInput(UpdateCustomerInput, raw);
    return this.database.transaction(async () => {
      const customer = mayView(viewerOf(actor)) ? await this.customers.lock(input.customerId) : null;
      if (!customer) throw new CustomerNotFound();
      if (customer.version !== input.expectedVersion) throw new CustomerConflict();
      const changes = decideChanges(customer, input);
      // Nobody overwrites what they may not see.
      if (changes.some((c) => c.field === 'postalAddress') && maskedParts(viewerOf(actor), customer.flags).includes('postalAddress')) throw new Forbidden(CUSTOMER_PERMISSIONS.viewDetails);
      if (changes.length === 0) return { customerId: customer.id };
      const at = this.clock.now();
      const version = customer.version + 1;
      await this.customers.save(customer.id, { ...Object.fromEntries(changes.map((c) => [c.field, c.newValue])), version, updatedAt: at });
      await this.customers.keepHistory(customer.id, changes, { actor, source: 'agent', reason: input.reason, at });
      await this.outbox.publish(CustomerChanged, { customerId: customer.id, actorId: staffIdOf(actor), version, changed: changes.map((c) => c.field) });
      return { customerId: customer.id };
    });
  }
}

function decideChanges(customer: CustomerEntity, input: z.output<typeof UpdateCustomerInput>): FieldChange[] {
  const wanted = {
    firstName: input.firstName === undefined ? customer.firstName : cleanName(input.firstName ?? ''),
    lastName: input.lastName === undefined ? customer.lastName : cleanName(input.lastName ?? ''),
    language: input.language === undefined ? customer.language : input.language,
    postalAddress: input.postalAddress === undefined ? customer.postalAddress : input.postalAddress || null,
  };
  return Object.entries(wanted).flatMap(([field, newValue]) => {
    const oldValue = customer[field as keyof typeof wanted];
    return oldValue === newValue ? [] : [{ field, oldValue, newValue }];
  });
}
