import { Injectable } from '@nestjs/common';
import { Clock, newId, parseInput, staffIdOf, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { PolicyBook } from '../../policy-book';
import { PolicyChecks } from '../policy-checks';
import { PolicyRepository } from '../policy.repository';
import { note, policyConditions, policyTargets, settingName } from '../settings.inputs';

export const CreatePolicyInput = z.object({ name: settingName, conditions: policyConditions, targets: policyTargets, note });

/** Makes a policy behind all others: it holds for what none of them holds for. @returns its id */
@Injectable()
export class CreatePolicy {
  constructor(
    private readonly policies: PolicyRepository,
    private readonly checks: PolicyChecks,
    private readonly book: PolicyBook,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<string> {
    const { name, conditions, targets, note } = parseInput(CreatePolicyInput, raw);
    const now = this.clock.now();
    const id = newId();
    await this.database.transaction(async () => {
      await this.policies.lockAll();
      await this.policies.assertNameFree(name, id);
      await this.checks.assertSound(conditions, targets);
      await this.policies.insert({ id, name, rank: await this.policies.nextRank(), active: true, version: 1, createdAt: now });
      await this.policies.insertVersion({ policyId: id, version: 1, conditions, targets, effectiveFrom: now, note, createdBy: staffIdOf(actor), createdAt: now });
    });
    this.book.forget();
    return id;
  }
}
