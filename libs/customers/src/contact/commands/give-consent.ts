import { Injectable } from '@nestjs/common';
import { Clock, parseInput, staffIdOf, type Actor } from '@kaiku/kernel';
import { Database, Outbox } from '@kaiku/platform';
import { z } from 'zod';
import { ConsentChanged } from '../../customers.events';
import { CUSTOMER_PERMISSIONS } from '../../customers.permissions';
import { basis, channel, checkSource, customerId, evidence, purpose, source } from '../choices.inputs';
import { ChoosingPerson } from '../choosing-person';
import { ContactLedgerRepository } from '../contact-ledger.repository';
import { SUPPRESSION_STOPS } from '../contact-terms';

export const GiveConsentInput = z.strictObject({
  customerId, purpose, channel, source, evidence,
  /** `existing_customer`: refusal was offered when the address was collected for a purchase. */
  basis: basis.default('consent'),
});

/**
 * Writes down that a person consents, with where it is said. An objection stays until it is withdrawn by itself: agreeing to one
 * thing takes back nothing else. What had stopped their own address by their wish (never a bounce, never an address they share) is lifted,
 * unless it is only an import that says so.
 */
@Injectable()
export class GiveConsent {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: ChoosingPerson,
    private readonly ledger: ContactLedgerRepository,
    private readonly outbox: Outbox,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<{ customerId: string }> {
    this.people.check(actor, CUSTOMER_PERMISSIONS.recordChoices);
    const input = parseInput(GiveConsentInput, raw);
    checkSource(actor, input.source);
    return this.database.transaction(async () => {
      const { person, points } = await this.people.hold(input.customerId, { addresses: true });
      const by = { actor, source: input.source, evidence: input.evidence, at: this.clock.now() };
      if (!person.consents.some((c) => c.scope === input.purpose && c.channel === input.channel)) {
        await this.ledger.consent(input.customerId, 'given', input, by);
        await this.outbox.publish(ConsentChanged, { customerId: input.customerId, actorId: staffIdOf(actor), purpose: input.purpose, given: true });
      }
      if (input.source === 'import' || input.basis !== 'consent') return { customerId: input.customerId };
      for (const point of points.filter((p) => p.own && (input.channel === null || (p.kind === 'email') === (input.channel === 'email')))) {
        for (const { scope, cause } of await this.ledger.suppressionsAt(point.hashes)) {
          if (cause === 'hard_bounce' || cause === 'soft_bounces' || !SUPPRESSION_STOPS[scope].includes(input.purpose)) continue;
          for (const hash of point.hashes) await this.ledger.suppression(hash, 'lifted', { scope, cause }, { ...by, evidence: 'new consent' });
          // Of everything, only the consented half opens again.
          const rest = input.purpose === 'direct_marketing' ? 'surveys' : 'marketing';
          if (scope === 'all') await this.ledger.suppression(point.hashes[0]!, 'suppressed', { scope: rest, cause }, by);
        }
      }
      return { customerId: input.customerId };
    });
  }
}
