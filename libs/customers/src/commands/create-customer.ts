import { Injectable } from '@nestjs/common';
import { can, Clock, Forbidden, idempotencyKey, LIMITS, line, locale, newId, parseInput, staffIdOf, type Actor } from '@kaiku/kernel';
import { Database, Idempotency, Outbox } from '@kaiku/platform';
import { z } from 'zod';
import { contactPoint } from '../contact-point.rules';
import { cleanName } from '../customer.rules';
import { CustomerRepository, type FieldChange } from '../customer.repository';
import { CustomerCreated } from '../customers.events';
import { CUSTOMER_PERMISSIONS } from '../customers.permissions';

export const CreateCustomerInput = z.strictObject({
  idempotencyKey,
  firstName: line(100).nullish(),
  /** This and the language may be missing only for the desk's own doors: a caller or a writer who has said neither. */
  lastName: line(100).nullish(),
  language: locale.nullish(),
  email: line(254).nullish(),
  phone: line(60).nullish(),
  customerNumber: line(40).nullish(),
  reason: line(LIMITS.ticket.reason).nullish(),
});

/** Makes a customer record, with its history from the first value on. Answers the new id. */
@Injectable()
export class CreateCustomer {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly customers: CustomerRepository,
    private readonly outbox: Outbox,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<{ customerId: string }> {
    if (!can(actor, CUSTOMER_PERMISSIONS.edit)) throw new Forbidden(CUSTOMER_PERMISSIONS.edit);
    const { idempotencyKey: key, ...input } = parseInput(actor.kind === 'staff' ? ByPeople : CreateCustomerInput, raw);
    return this.database.transaction(() => this.idempotency.once(actor, 'customers.create', key, input, () => this.create(actor, input)));
  }

  private async create(actor: Actor, input: Omit<z.output<typeof CreateCustomerInput>, 'idempotencyKey'>): Promise<{ customerId: string }> {
    const at = this.clock.now();
    const source = actor.kind === 'staff' ? 'agent' : actor.kind === 'system' ? actor.name : 'public';
    const customerId = newId();
    const points = [...(input.email ? [contactPoint('email', input.email)] : []), ...(input.phone ? [contactPoint('phone', input.phone)] : [])];
    const values = {
      firstName: cleanName(input.firstName ?? ''),
      lastName: cleanName(input.lastName ?? ''),
      language: input.language ?? null,
      customerNumber: input.customerNumber?.toUpperCase() ?? null,
    };
    await this.customers.insert({ id: customerId, ...values, postalAddress: null, since: null, flags: [], logKey: newId(), source, version: 1, createdAt: at, updatedAt: at });
    const changes: FieldChange[] = Object.entries(values).flatMap(([field, newValue]) => (newValue === null ? [] : [{ field, oldValue: null, newValue }]));
    for (const point of points) {
      if (await this.customers.link(customerId, point, source, at)) changes.push({ field: 'contactPoint', oldValue: null, newValue: point.value });
    }
    await this.customers.keepHistory(customerId, changes, { actor, source, reason: input.reason ?? null, at });
    await this.outbox.publish(CustomerCreated, { customerId, actorId: staffIdOf(actor) });
    return { customerId };
  }
}

const ByPeople = CreateCustomerInput.extend({ lastName: line(100), language: locale });
