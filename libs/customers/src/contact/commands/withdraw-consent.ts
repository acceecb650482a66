import { Injectable } from '@nestjs/common';
import { Clock, parseInput, staffIdOf, type Actor } from '@kaiku/kernel';
import { Database, Outbox } from '@kaiku/platform';
import { z } from 'zod';
import { ConsentChanged } from '../../customers.events';
import { CUSTOMER_PERMISSIONS } from '../../customers.permissions';
import { channel, checkSource, customerId, evidence, purpose, source } from '../choices.inputs';
import { ChoosingPerson } from '../choosing-person';
import { ContactLedgerRepository } from '../contact-ledger.repository';
import { purposesWithoutConsent } from '../may-contact.rules';
import { PlannedContactHolders } from '../planned-contact-holders';

export const WithdrawConsentInput = z.strictObject({ customerId, purpose, channel, source, evidence: evidence.nullish() });

/** Takes consent back, as easily as it was given: without a channel on all of them. What only it allowed is cancelled in the same transaction. */
@Injectable()
export class WithdrawConsent {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: ChoosingPerson,
    private readonly ledger: ContactLedgerRepository,
    private readonly holders: PlannedContactHolders,
    private readonly outbox: Outbox,
  ) {}

  /** Withdrawing what was never given changes nothing. */
  async run(actor: Actor, raw: unknown): Promise<{ customerId: string }> {
    this.people.check(actor, CUSTOMER_PERMISSIONS.recordChoices);
    const input = parseInput(WithdrawConsentInput, raw);
    checkSource(actor, input.source);
    return this.database.transaction(async () => {
      const { person } = await this.people.hold(input.customerId);
      const at = this.clock.now();
      const gone = person.consents.filter((c) => c.scope === input.purpose && (input.channel === null || c.channel === input.channel));
      for (const consent of gone) {
        await this.ledger.consent(input.customerId, 'withdrawn', { purpose: input.purpose, channel: consent.channel, basis: 'consent' }, { actor, source: input.source, evidence: input.evidence ?? null, at });
      }
      if (gone.length > 0) {
        await this.outbox.publish(ConsentChanged, { customerId: input.customerId, actorId: staffIdOf(actor), purpose: input.purpose, given: false });
        const purposes = purposesWithoutConsent(gone, person.consents.filter((c) => !gone.includes(c)));
        await this.holders.withdraw({ customerIds: [input.customerId], addressHashes: [], purposes, channel: input.channel, strictOnly: true, reason: 'no_consent', at });
      }
      return { customerId: input.customerId };
    });
  }
}
