import { Injectable } from '@nestjs/common';
import { Clock, instant, parseInput, staffIdOf, type Actor } from '@kaiku/kernel';
import { Database, Outbox } from '@kaiku/platform';
import { z } from 'zod';
import { ProcessingRestricted } from '../../customers.events';
import { CUSTOMER_PERMISSIONS } from '../../customers.permissions';
import { ChoiceNotInForce, RestrictionNotTold } from '../../customers.problems';
import { checkSource, customerId, evidence, ground, source } from '../choices.inputs';
import { ChoosingPerson } from '../choosing-person';
import { ContactLedgerRepository } from '../contact-ledger.repository';
import { RestrictionFlag } from '../restriction-flag';

/** `source` is how the person was told, `toldAt` when. */
export const LiftRestrictionInput = z.strictObject({ customerId, ground, source, evidence, toldAt: instant.nullish() });

/** Ends a restriction, after the person was told that it ends (art. 18(3)). With another ground left it stays restricted. */
@Injectable()
export class LiftRestriction {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: ChoosingPerson,
    private readonly ledger: ContactLedgerRepository,
    private readonly flag: RestrictionFlag,
    private readonly outbox: Outbox,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<{ customerId: string }> {
    this.people.check(actor, CUSTOMER_PERMISSIONS.restrict);
    const input = parseInput(LiftRestrictionInput, raw);
    checkSource(actor, input.source);
    return this.database.transaction(async () => {
      await this.people.hold(input.customerId);
      const at = this.clock.now();
      const grounds = await this.ledger.groundsOf(input.customerId);
      if (!grounds.includes(input.ground)) throw new ChoiceNotInForce();
      if (!input.toldAt || input.toldAt > at) throw new RestrictionNotTold();
      await this.ledger.restriction(input.customerId, 'lifted', { ground: input.ground, toldAt: input.toldAt }, { actor, source: input.source, evidence: input.evidence, at });
      if (grounds.length === 1) await this.flag.set(input.customerId, false, { actor, source: input.source, reason: input.ground, at });
      await this.outbox.publish(ProcessingRestricted, { customerId: input.customerId, actorId: staffIdOf(actor), ground: input.ground, lifted: true });
      return { customerId: input.customerId };
    });
  }
}
