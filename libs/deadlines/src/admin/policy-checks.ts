import { Injectable } from '@nestjs/common';
import { Clock } from '@kaiku/kernel';
import { compileFor } from './policy-sheet';
import { PolicyGroundRepository } from './policy-ground.repository';
import { policyFaults, type PolicyGround } from './policy.rules';
import { PolicyInvalid } from './settings.problems';
import type { PolicyConditions, PolicyTarget } from '../policy';

/** Checks policies against the calendars and plans that there are now. */
@Injectable()
export class PolicyChecks {
  constructor(
    private readonly ground: PolicyGroundRepository,
    private readonly clock: Clock,
  ) {}

  /** Throws {@link PolicyInvalid} with each fault at its field. */
  async assertSound(conditions: PolicyConditions, targets: readonly PolicyTarget[]): Promise<void> {
    const faults = policyFaults(conditions, targets, await this.now());
    if (faults.length > 0) throw new PolicyInvalid(faults);
  }

  private async now(): Promise<PolicyGround> {
    const now = this.clock.now();
    const calendars = await this.ground.calendars();
    const plans = new Set(await this.ground.planIds());
    const compiled = new Map(calendars.map((calendar) => [calendar.id, () => compileFor(calendar.definition, now)]));
    const standard = calendars.find((calendar) => calendar.isDefault)?.id ?? null;
    const known = new Map<string, ReturnType<typeof compileFor>>();
    return {
      now: now.getTime(),
      knowsPlan: (planId) => plans.has(planId),
      calendar: (calendarId) => {
        const id = calendarId ?? standard;
        const make = id ? compiled.get(id) : undefined;
        if (!id || !make) return null;
        const calendar = known.get(id) ?? make();
        known.set(id, calendar);
        return calendar;
      },
    };
  }
}
