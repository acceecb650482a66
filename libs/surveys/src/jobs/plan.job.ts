import { Injectable } from '@nestjs/common';
import { defineJob, system, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Handles } from '@kaiku/platform';
import { TicketReopened, TicketSolved, type TicketNews } from '@kaiku/tickets';
import { PlanInvitations } from '../commands/plan-invitations';
import { WithdrawAfterReopening } from '../commands/withdraw-after-reopening';

const PLANNER = system('surveys.plan');

/** A ticket was solved: each survey decides whether its customer is asked. */
export const PlanOnSolved = defineJob({ name: 'surveys.plan-on-solved', queue: 'upkeep', schema: TicketSolved.schema, on: TicketSolved, kept: true });

@Handles(PlanOnSolved)
@Injectable()
export class PlanOnSolvedHandler implements JobHandler<TicketNews> {
  constructor(private readonly plan: PlanInvitations) {}
  async run({ ticketId, version }: TicketNews): Promise<JobOutcome> {
    const reasons = await this.plan.run(PLANNER, ticketId, version);
    return reasons.size > 0 ? 'done' : 'skipped: no survey asks about it, or all have decided';
  }
}

/** A ticket was taken up again: what was planned is not asked, what was asked is not open any more. */
export const WithdrawOnReopened = defineJob({ name: 'surveys.withdraw-on-reopened', queue: 'upkeep', schema: TicketReopened.schema, on: TicketReopened, kept: true });

@Handles(WithdrawOnReopened)
@Injectable()
export class WithdrawOnReopenedHandler implements JobHandler<TicketNews> {
  constructor(private readonly withdraw: WithdrawAfterReopening) {}
  async run({ ticketId, version }: TicketNews): Promise<JobOutcome> {
    return (await this.withdraw.run(PLANNER, ticketId, version)) > 0 ? 'done' : 'skipped: nothing was asked';
  }
}
