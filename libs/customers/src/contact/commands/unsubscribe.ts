import { Injectable } from '@nestjs/common';
import { Clock, parseInput, type Actor } from '@kaiku/kernel';
import { Database, Outbox } from '@kaiku/platform';
import { z } from 'zod';
import { ContactObjected } from '../../customers.events';
import { UnsubscribeLinkInvalid } from '../../customers.problems';
import { ContactChoicesRepository } from '../contact-choices.repository';
import { ContactLedgerRepository, type ChoiceSubject } from '../contact-ledger.repository';
import { OBJECTION_STOPS, type ObjectionScope } from '../contact-terms';
import { PlannedContactHolders } from '../planned-contact-holders';
import { UnsubscribeTokens, type UnsubscribeGrant } from '../unsubscribe-tokens';

/** `this_kind` of survey or message, `surveys` of every kind (one-click means this), or `all` marketing and research. */
export const UnsubscribeInput = z.strictObject({ token: z.string().max(200), scope: z.enum(['this_kind', 'surveys', 'all']).default('surveys') });
export type UnsubscribeScope = z.output<typeof UnsubscribeInput>['scope'];

/**
 * What the link in a message does when it is followed by a POST: an objection of the person it was for, if they are still known, and of
 * the address, which also counts when the person is erased or comes back by an import. Needs no sign-in, and doing it again changes nothing.
 */
@Injectable()
export class Unsubscribe {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tokens: UnsubscribeTokens,
    private readonly choices: ContactChoicesRepository,
    private readonly ledger: ContactLedgerRepository,
    private readonly holders: PlannedContactHolders,
    private readonly outbox: Outbox,
  ) {}

  /** Throws UnsubscribeLinkInvalid for a token that is not ours, changed, or older than five years. */
  async run(actor: Actor, raw: unknown): Promise<{ scope: UnsubscribeScope }> {
    const input = parseInput(UnsubscribeInput, raw);
    const at = this.clock.now();
    const grant = this.tokens.read(input.token, at);
    if (!grant) throw new UnsubscribeLinkInvalid();
    const scope = input.scope === 'this_kind' ? grant.purpose : input.scope;
    return this.database.transaction(async () => {
      await this.write(actor, grant, scope, at);
      return { scope: input.scope };
    });
  }

  private async write(actor: Actor, { customerId, addressHash }: UnsubscribeGrant, scope: ObjectionScope, at: Date): Promise<void> {
    const named = customerId ? [customerId] : [];
    await this.choices.lock(named, [addressHash]);
    const { people, address } = await this.choices.inForce(named, [addressHash]);
    const person = customerId ? people.get(customerId)! : null;
    const by = { actor, source: 'unsubscribe_link', evidence: null, at } as const;
    const object = async (subject: ChoiceSubject, standing: readonly { scope: string; channel: string | null }[]): Promise<void> => {
      if (standing.some((o) => o.scope === scope && o.channel === null)) return;
      await this.ledger.objection(subject, 'objected', { scope, channel: null }, by);
      await this.outbox.publish(ContactObjected, { customerId: 'customerId' in subject ? subject.customerId : null, actorId: null, scope, withdrawn: false });
    };
    if (person?.exists) await object({ customerId: customerId! }, person.objections);
    await object({ addressHash }, address.objections);
    const wide = scope === 'surveys' || scope === 'all' ? scope : null;
    if (wide && !(await this.ledger.suppressionsAt([addressHash])).some((s) => s.scope === wide && s.cause === 'unsubscribed')) {
      await this.ledger.suppression(addressHash, 'suppressed', { scope: wide, cause: 'unsubscribed' }, by);
    }
    await this.holders.withdraw({ customerIds: person?.exists ? [customerId!] : [], addressHashes: [addressHash], purposes: OBJECTION_STOPS[scope], channel: null, strictOnly: false, reason: 'objection', at });
  }
}
