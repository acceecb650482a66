import { Injectable } from '@nestjs/common';
import { Clock, Forbidden, parseInput, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { customerId } from '../choices.inputs';
import { ChoosingPerson } from '../choosing-person';
import { ContactLedgerRepository } from '../contact-ledger.repository';

export const KeepObjectionsInput = z.strictObject({ customerId });

/**
 * The step of erasing a person that comes before their rows go: what they objected to is kept as keyed hashes of their addresses, so that an
 * import which brings an address back does not bring messages back. In the transaction of the erasure; doing it again adds nothing.
 */
@Injectable()
export class KeepObjections {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: ChoosingPerson,
    private readonly ledger: ContactLedgerRepository,
  ) {}

  /** Only the desk's own doors erase. Answers how many objections are kept now. */
  async run(actor: Actor, raw: unknown): Promise<{ kept: number }> {
    if (actor.kind !== 'system') throw new Forbidden();
    const input = parseInput(KeepObjectionsInput, raw);
    return this.database.transaction(async () => {
      const { person, points } = await this.people.hold(input.customerId, { addresses: true });
      let kept = 0;
      for (const { hashes } of points) {
        const there = (await this.people.at(hashes)).objections;
        for (const { scope, channel } of person.objections) {
          if (there.some((o) => o.scope === scope && o.channel === channel)) continue;
          // No words of theirs outlive them.
          await this.ledger.objection({ addressHash: hashes[0]! }, 'objected', { scope, channel }, { actor, source: 'system', evidence: null, at: this.clock.now() });
          kept += 1;
        }
      }
      return { kept };
    });
  }
}
