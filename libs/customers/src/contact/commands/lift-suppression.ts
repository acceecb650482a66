import { Injectable } from '@nestjs/common';
import { Clock, Forbidden, id, LIMITS, parseInput, staffIdOf, text, type Actor } from '@kaiku/kernel';
import { Database, Outbox } from '@kaiku/platform';
import { z } from 'zod';
import { AddressSuppressed } from '../../customers.events';
import { CUSTOMER_PERMISSIONS } from '../../customers.permissions';
import { ChoiceNotInForce } from '../../customers.problems';
import { ChoosingPerson } from '../choosing-person';
import { ContactLedgerRepository } from '../contact-ledger.repository';

export const LiftSuppressionInput = z.strictObject({ customerId: id, contactPointId: id, reason: text(LIMITS.ticket.reason) });

/** Lets messages go to an address again. Only a person who signs with name and reason does this; the other way is the customer's own new consent. */
@Injectable()
export class LiftSuppression {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: ChoosingPerson,
    private readonly ledger: ContactLedgerRepository,
    private readonly outbox: Outbox,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<{ customerId: string }> {
    if (actor.kind !== 'staff') throw new Forbidden(CUSTOMER_PERMISSIONS.suppress);
    this.people.check(actor, CUSTOMER_PERMISSIONS.suppress);
    const input = parseInput(LiftSuppressionInput, raw);
    return this.database.transaction(async () => {
      const { points } = await this.people.hold(input.customerId, { addresses: true });
      const hashes = points.find((p) => p.id === input.contactPointId)?.hashes ?? [];
      const standing = await this.ledger.suppressionsAt(hashes);
      if (standing.length === 0) throw new ChoiceNotInForce();
      for (const choice of standing) {
        for (const hash of hashes) await this.ledger.suppression(hash, 'lifted', choice, { actor, evidence: input.reason, at: this.clock.now() });
        await this.outbox.publish(AddressSuppressed, { actorId: staffIdOf(actor), scope: choice.scope, lifted: true });
      }
      return { customerId: input.customerId };
    });
  }
}
