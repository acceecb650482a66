import { Injectable } from '@nestjs/common';
import { id, parseInput, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { PolicyBook } from '../../policy-book';
import { PolicyRepository } from '../policy.repository';
import { PolicyNotFound } from '../settings.problems';

export const SetPolicyActiveInput = z.object({ policyId: id, active: z.boolean() });

/** Switches a policy on or off. Off: clocks that run finish, none start. @returns its id */
@Injectable()
export class SetPolicyActive {
  constructor(
    private readonly policies: PolicyRepository,
    private readonly book: PolicyBook,
    private readonly database: Database,
  ) {}

  async run(_actor: Actor, raw: unknown): Promise<string> {
    const { policyId, active } = parseInput(SetPolicyActiveInput, raw);
    await this.database.transaction(async () => {
      if (!(await this.policies.lock(policyId))) throw new PolicyNotFound();
      await this.policies.save(policyId, { active });
    });
    this.book.forget();
    return policyId;
  }
}
