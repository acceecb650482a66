import { Injectable } from '@nestjs/common';
import { Clock, id, parseInput, staffIdOf, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { PolicyBook } from '../../policy-book';
import { OpenClockChangeRepository } from '../open-clock-change.repository';
import { PolicyChecks } from '../policy-checks';
import { PolicyRepository } from '../policy.repository';
import { expectedVersion, note, policyConditions, policyTargets, settingName } from '../settings.inputs';
import { PolicyConflict, PolicyNotFound } from '../settings.problems';
import { storedName } from '../shipped-names';

export const SavePolicyInput = z.object({ policyId: id, expectedVersion, name: settingName, conditions: policyConditions, targets: policyTargets, note, retargetOpen: z.boolean() });

/** Makes a new version of a policy, for clocks that start from now on; those that run follow soon after if so asked. @returns its id */
@Injectable()
export class SavePolicy {
  constructor(
    private readonly policies: PolicyRepository,
    private readonly changes: OpenClockChangeRepository,
    private readonly checks: PolicyChecks,
    private readonly book: PolicyBook,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<string> {
    const input = parseInput(SavePolicyInput, raw);
    const { policyId, conditions, targets, note } = input;
    const now = this.clock.now();
    await this.database.transaction(async () => {
      const policy = await this.policies.lock(policyId);
      if (!policy) throw new PolicyNotFound();
      if (policy.version !== input.expectedVersion) throw new PolicyConflict(policy.version);
      const name = storedName(input.name, policy.name);
      await this.policies.assertNameFree(name, policyId);
      await this.checks.assertSound(conditions, targets);
      const version = policy.version + 1;
      const by = staffIdOf(actor);
      await this.policies.save(policyId, { name, version });
      const versionId = await this.policies.insertVersion({ policyId, version, conditions, targets, effectiveFrom: now, note, createdBy: by, createdAt: now });
      if (input.retargetOpen) await this.changes.ask({ kind: 'retarget', policyVersionId: versionId, calendarVersionId: null, at: now, requestedBy: by, createdAt: now });
    });
    this.book.forget();
    return policyId;
  }
}
