import { Injectable } from '@nestjs/common';
import { can, Forbidden, viewerOf, type Actor } from '@kaiku/kernel';
import { mayView } from '../customer.rules';
import { CustomerNotFound } from '../customers.problems';
import { AddressHashes } from './address-hashes';
import { ContactChoicesRepository } from './contact-choices.repository';
import { ContactLedgerRepository, type PointOfCustomer } from './contact-ledger.repository';
import type { AddressChoices, PersonChoices } from './may-contact.rules';

/** One of a customer's addresses with the hashes under which it may be remembered; new rows take the first. */
export interface HeldPoint extends PointOfCustomer {
  readonly hashes: readonly Buffer[];
}

/** The first step of every choice: right, locks, and only then what is in force. */
@Injectable()
export class ChoosingPerson {
  constructor(
    private readonly choices: ContactChoicesRepository,
    private readonly ledger: ContactLedgerRepository,
    private readonly hashes: AddressHashes,
  ) {}

  /** Throws Forbidden without the permission, CustomerNotFound for nobody; call before the transaction. */
  check(actor: Actor, permission: string): void {
    if (!can(actor, permission)) throw new Forbidden(permission);
    if (!mayView(viewerOf(actor))) throw new CustomerNotFound();
  }

  /** Holds the person, and with `addresses` these too. */
  async hold(customerId: string, { addresses = false } = {}): Promise<{ readonly person: PersonChoices; readonly points: readonly HeldPoint[] }> {
    const points = addresses ? (await this.ledger.pointsOf(customerId)).map((point) => ({ ...point, hashes: this.hashes.all(point.kind, point.value) })) : [];
    await this.choices.lock([customerId], points.flatMap((point) => point.hashes));
    const person = (await this.choices.inForce([customerId], [])).people.get(customerId)!;
    if (!person.exists) throw new CustomerNotFound();
    return { person, points };
  }

  /** What is in force for an address whose lock is held. */
  async at(hashes: readonly Buffer[]): Promise<AddressChoices> {
    return (await this.choices.inForce([], hashes)).address;
  }
}
