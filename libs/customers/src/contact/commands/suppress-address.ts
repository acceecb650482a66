import { Injectable } from '@nestjs/common';
import { Clock, Forbidden, id, LIMITS, parseInput, staffIdOf, text, type Actor } from '@kaiku/kernel';
import { Database, Outbox } from '@kaiku/platform';
import { z } from 'zod';
import { AddressSuppressed } from '../../customers.events';
import { CUSTOMER_PERMISSIONS } from '../../customers.permissions';
import { CustomerNotFound } from '../../customers.problems';
import { AddressHashes } from '../address-hashes';
import { ChoosingPerson } from '../choosing-person';
import { ContactChoicesRepository } from '../contact-choices.repository';
import { ContactLedgerRepository } from '../contact-ledger.repository';
import { SUPPRESSION_STOPS, SuppressionCause, SuppressionScope } from '../contact-terms';
import { PlannedContactHolders } from '../planned-contact-holders';

const scope = z.enum(SuppressionScope);
/** What people choose: one of the customer's addresses, and why. */
export const SuppressByHandInput = z.strictObject({ customerId: id, contactPointId: id, scope, reason: text(LIMITS.ticket.reason) });
/** What the desk's own doors report: a bounce or a complaint of an address. `evidence` is a code, never an address. */
export const SuppressAddressInput = z.strictObject({ kind: z.enum(['email', 'phone']), address: z.string(), scope, cause: z.enum(SuppressionCause), evidence: text(LIMITS.ticket.reason).nullish() });

/** Stops sending to an address, remembered as a keyed hash that outlives the customer. Replies about their own matter still go. */
@Injectable()
export class SuppressAddress {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly hashes: AddressHashes,
    private readonly people: ChoosingPerson,
    private readonly choices: ContactChoicesRepository,
    private readonly ledger: ContactLedgerRepository,
    private readonly holders: PlannedContactHolders,
    private readonly outbox: Outbox,
  ) {}

  /** Suppressing what is suppressed for the same cause adds no row. */
  async run(actor: Actor, raw: unknown): Promise<{ suppressed: true }> {
    if (actor.kind === 'public') throw new Forbidden();
    if (actor.kind === 'system') {
      const { kind, address, evidence, ...choice } = parseInput(SuppressAddressInput, raw);
      return this.database.transaction(async () => {
        const hashes = this.hashes.all(kind, address);
        await this.choices.lock([], hashes);
        return this.suppress(actor, hashes, choice, evidence ?? null);
      });
    }
    this.people.check(actor, CUSTOMER_PERMISSIONS.suppress);
    const input = parseInput(SuppressByHandInput, raw);
    return this.database.transaction(async () => {
      const { points } = await this.people.hold(input.customerId, { addresses: true });
      const point = points.find((p) => p.id === input.contactPointId);
      if (!point) throw new CustomerNotFound();
      return this.suppress(actor, point.hashes, { scope: input.scope, cause: 'by_hand' }, input.reason);
    });
  }

  private async suppress(actor: Actor, hashes: readonly Buffer[], choice: { scope: SuppressionScope; cause: SuppressionCause }, evidence: string | null): Promise<{ suppressed: true }> {
    const at = this.clock.now();
    if (!(await this.ledger.suppressionsAt(hashes)).some((s) => s.scope === choice.scope && s.cause === choice.cause)) {
      await this.ledger.suppression(hashes[0]!, 'suppressed', choice, { actor, evidence, at });
      await this.outbox.publish(AddressSuppressed, { actorId: staffIdOf(actor), scope: choice.scope, lifted: false });
    }
    await this.holders.withdraw({ customerIds: [], addressHashes: hashes, purposes: SUPPRESSION_STOPS[choice.scope], channel: null, strictOnly: false, reason: 'suppressed', at });
    return { suppressed: true };
  }
}
