import { Injectable } from '@nestjs/common';
import { Clock, parseInput, staffIdOf, type Actor } from '@kaiku/kernel';
import { Database, Outbox } from '@kaiku/platform';
import { z } from 'zod';
import { ProcessingRestricted } from '../../customers.events';
import { CUSTOMER_PERMISSIONS } from '../../customers.permissions';
import { checkSource, customerId, evidence, ground, source } from '../choices.inputs';
import { ChoosingPerson } from '../choosing-person';
import { ContactLedgerRepository } from '../contact-ledger.repository';
import { ConsentPurpose } from '../contact-terms';
import { PlannedContactHolders } from '../planned-contact-holders';
import { RestrictionFlag } from '../restriction-flag';

export const RestrictProcessingInput = z.strictObject({ customerId, ground, source, evidence });

/** Restricts the processing of a person's data on a ground (art. 18): it is stored, and used for nothing but what they themselves ask. */
@Injectable()
export class RestrictProcessing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: ChoosingPerson,
    private readonly ledger: ContactLedgerRepository,
    private readonly flag: RestrictionFlag,
    private readonly holders: PlannedContactHolders,
    private readonly outbox: Outbox,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<{ customerId: string }> {
    this.people.check(actor, CUSTOMER_PERMISSIONS.restrict);
    const input = parseInput(RestrictProcessingInput, raw);
    checkSource(actor, input.source);
    return this.database.transaction(async () => {
      await this.people.hold(input.customerId);
      const at = this.clock.now();
      if (!(await this.ledger.groundsOf(input.customerId)).includes(input.ground)) {
        await this.ledger.restriction(input.customerId, 'restricted', { ground: input.ground, toldAt: null }, { actor, source: input.source, evidence: input.evidence, at });
        await this.flag.set(input.customerId, true, { actor, source: input.source, reason: input.ground, at });
        await this.outbox.publish(ProcessingRestricted, { customerId: input.customerId, actorId: staffIdOf(actor), ground: input.ground, lifted: false });
      }
      await this.holders.withdraw({ customerIds: [input.customerId], addressHashes: [], purposes: Object.values(ConsentPurpose), channel: null, strictOnly: false, reason: 'restricted', at });
      return { customerId: input.customerId };
    });
  }
}
