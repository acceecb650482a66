import { Injectable } from '@nestjs/common';
import { Clock, id, parseInput, staffIdOf, type Actor } from '@kaiku/kernel';
import { Database, Outbox } from '@kaiku/platform';
import { z } from 'zod';
import { ContactObjected } from '../../customers.events';
import { CUSTOMER_PERMISSIONS } from '../../customers.permissions';
import { ChoiceNotInForce } from '../../customers.problems';
import { channel, checkSource, customerId, evidence, objectionScope, source } from '../choices.inputs';
import { ChoosingPerson } from '../choosing-person';
import { ContactLedgerRepository } from '../contact-ledger.repository';

export const WithdrawObjectionInput = z.strictObject({
  customerId, scope: objectionScope, channel, source, evidence,
  /** Given: the objection that came from this address of the customer, not the one of the person. */
  contactPointId: id.nullish(),
});

/** Writes down that a person takes an objection back, in their own words: exactly that one, nothing else opens with it. */
@Injectable()
export class WithdrawObjection {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: ChoosingPerson,
    private readonly ledger: ContactLedgerRepository,
    private readonly outbox: Outbox,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<{ customerId: string }> {
    this.people.check(actor, CUSTOMER_PERMISSIONS.recordChoices);
    const input = parseInput(WithdrawObjectionInput, raw);
    checkSource(actor, input.source);
    return this.database.transaction(async () => {
      const { person, points } = await this.people.hold(input.customerId, { addresses: Boolean(input.contactPointId) });
      const hashes = points.find((p) => p.id === input.contactPointId)?.hashes ?? [];
      const standing = input.contactPointId ? (await this.people.at(hashes)).objections : person.objections;
      if (!standing.some((o) => o.scope === input.scope && o.channel === input.channel)) throw new ChoiceNotInForce();
      const by = { actor, source: input.source, evidence: input.evidence, at: this.clock.now() };
      const subjects = input.contactPointId ? hashes.map((addressHash) => ({ addressHash })) : [{ customerId: input.customerId }];
      for (const subject of subjects) await this.ledger.objection(subject, 'withdrawn', input, by);
      await this.outbox.publish(ContactObjected, { customerId: input.customerId, actorId: staffIdOf(actor), scope: input.scope, withdrawn: true });
      return { customerId: input.customerId };
    });
  }
}
