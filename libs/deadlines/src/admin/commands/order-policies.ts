import { Injectable } from '@nestjs/common';
import { InvalidInput, parseInput, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { PolicyBook } from '../../policy-book';
import { PolicyRepository } from '../policy.repository';
import { ids } from '../settings.inputs';

export const OrderPoliciesInput = z.object({ ids });

/** Puts all policies into the order in which they are tried. One that is left out is a policy the sender has not seen. */
@Injectable()
export class OrderPolicies {
  constructor(
    private readonly policies: PolicyRepository,
    private readonly book: PolicyBook,
    private readonly database: Database,
  ) {}

  async run(_actor: Actor, raw: unknown): Promise<void> {
    const input = parseInput(OrderPoliciesInput, raw);
    await this.database.transaction(async () => {
      const all = await this.policies.lockAll();
      if (all.length !== input.ids.length || all.some((id) => !input.ids.includes(id))) throw new InvalidInput([{ path: 'ids', code: 'not_all_policies' }]);
      await this.policies.order(input.ids);
    });
    this.book.forget();
  }
}
