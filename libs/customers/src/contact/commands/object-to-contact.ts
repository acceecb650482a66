import { Injectable } from '@nestjs/common';
import { Clock, parseInput, staffIdOf, type Actor } from '@kaiku/kernel';
import { Database, Outbox } from '@kaiku/platform';
import { z } from 'zod';
import { ContactObjected } from '../../customers.events';
import { CUSTOMER_PERMISSIONS } from '../../customers.permissions';
import { channel, checkSource, customerId, evidence, objectionScope, source } from '../choices.inputs';
import { ChoosingPerson } from '../choosing-person';
import { ContactLedgerRepository } from '../contact-ledger.repository';
import { OBJECTION_STOPS } from '../contact-terms';
import { PlannedContactHolders } from '../planned-contact-holders';

export const ObjectToContactInput = z.strictObject({ customerId, scope: objectionScope, channel, source, evidence: evidence.nullish() });

/** Writes down an objection (art. 21): it counts from the commit, unconditionally, and what was planned falls away with it. */
@Injectable()
export class ObjectToContact {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: ChoosingPerson,
    private readonly ledger: ContactLedgerRepository,
    private readonly holders: PlannedContactHolders,
    private readonly outbox: Outbox,
  ) {}

  /** Objecting again adds no row. */
  async run(actor: Actor, raw: unknown): Promise<{ customerId: string }> {
    this.people.check(actor, CUSTOMER_PERMISSIONS.recordChoices);
    const input = parseInput(ObjectToContactInput, raw);
    checkSource(actor, input.source);
    return this.database.transaction(async () => {
      const { person } = await this.people.hold(input.customerId);
      const at = this.clock.now();
      if (!person.objections.some((o) => o.scope === input.scope && o.channel === input.channel)) {
        await this.ledger.objection({ customerId: input.customerId }, 'objected', input, { actor, source: input.source, evidence: input.evidence ?? null, at });
        await this.outbox.publish(ContactObjected, { customerId: input.customerId, actorId: staffIdOf(actor), scope: input.scope, withdrawn: false });
      }
      await this.holders.withdraw({ customerIds: [input.customerId], addressHashes: [], purposes: OBJECTION_STOPS[input.scope], channel: input.channel, strictOnly: false, reason: 'objection', at });
      return { customerId: input.customerId };
    });
  }
}
