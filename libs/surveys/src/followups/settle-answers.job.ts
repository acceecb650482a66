import { Injectable } from '@nestjs/common';
import { Clock, defineJob, system, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { DueRows, Handles, type DueRow, type DueSource } from '@kaiku/platform';
import { z } from 'zod';
import { AnswerRepository } from '../answers/answer.repository';
import { SettleAnswer } from '../commands/settle-answer';

/** What the sweep makes of an answer whose grace is over. */
export const SettleDueAnswer = defineJob({ name: 'surveys.settle-answer', queue: 'upkeep', schema: z.object({ id: z.uuid(), fence: z.number().int() }) });

@DueRows()
@Injectable()
export class DueAnswers implements DueSource {
  readonly job = SettleDueAnswer;
  constructor(
    private readonly answers: AnswerRepository,
    private readonly clock: Clock,
  ) {}

  claim(limit: number): Promise<readonly DueRow[]> {
    return this.answers.claim(this.clock.now(), limit);
  }
}

/** Once: the ticket, its follow-up and that it is settled are one transaction. */
@Handles(SettleDueAnswer)
@Injectable()
export class SettleAnswerHandler implements JobHandler<{ id: string; fence: number }> {
  constructor(private readonly settle: SettleAnswer) {}

  async run({ id, fence }: { id: string; fence: number }): Promise<JobOutcome> {
    return (await this.settle.run(system(SettleDueAnswer.name), { invitationId: id, fence })) ? 'done' : 'skipped: settled already, or answered anew';
  }
}
