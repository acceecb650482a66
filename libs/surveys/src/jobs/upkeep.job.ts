import { Injectable } from '@nestjs/common';
import { Clock, defineJob, LIMITS, system, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Handles } from '@kaiku/platform';
import { z } from 'zod';
import { PlanInvitations } from '../commands/plan-invitations';
import { DispatchRepository } from '../dispatch/dispatch.repository';
import { CandidateRepository } from '../planning/candidate.repository';

export const ExpireInvitations = defineJob({ name: 'surveys.expire', queue: 'upkeep', schema: z.object({}), everyMs: 10 * 60_000 });

/** Links whose time is over. */
@Handles(ExpireInvitations)
@Injectable()
export class ExpireInvitationsHandler implements JobHandler<object> {
  constructor(
    private readonly dispatch: DispatchRepository,
    private readonly clock: Clock,
  ) {}
  async run(): Promise<JobOutcome> {
    let expired = 0;
    for (;;) {
      const more = await this.dispatch.expireOld(this.clock.now(), LIMITS.sweep.batch);
      expired += more;
      if (more < LIMITS.sweep.batch) break;
    }
    return expired > 0 ? 'done' : 'skipped: nothing to expire';
  }
}

export const ReconcileSurveys = defineJob({ name: 'surveys.reconcile', queue: 'upkeep', schema: z.object({}), everyMs: 10 * 60_000 });

/** Solved tickets that no survey has decided about: their event was lost on the way. */
@Handles(ReconcileSurveys)
@Injectable()
export class ReconcileSurveysHandler implements JobHandler<object> {
  constructor(
    private readonly candidates: CandidateRepository,
    private readonly plan: PlanInvitations,
    private readonly clock: Clock,
  ) {}
  async run(): Promise<JobOutcome> {
    const now = this.clock.now().getTime();
    const { reconcileHours, reconcileMinutes } = LIMITS.surveySending;
    const forgotten = await this.candidates.undecided(new Date(now - reconcileHours * 3_600_000), new Date(now - reconcileMinutes * 60_000), LIMITS.sweep.batch);
    for (const { ticketId, statusVersion } of forgotten) await this.plan.run(system('surveys.reconcile'), ticketId, statusVersion);
    return forgotten.length > 0 ? 'done' : 'skipped: nothing is forgotten';
  }
}
