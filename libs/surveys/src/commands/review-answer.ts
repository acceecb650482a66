import { Injectable } from '@nestjs/common';
import { can, Clock, Forbidden, id, LIMITS, parseInput, staffIdOf, text, viewerOf, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { AnswerRepository } from '../answers/answer.repository';
import { HeldAnswersQueries } from '../results/held-answers.queries';
import { SURVEY_RESULTS } from '../results/results.permissions';
import { SurveyAnswerNotFound, SurveyAnswerNotHeld } from '../results/results.problems';

/** Keys are what the API says. */
export const ReviewDecision = { ACCEPT: 'accepted', REJECT: 'rejected' } as const;
export type ReviewDecision = (typeof ReviewDecision)[keyof typeof ReviewDecision];

export const ReviewAnswerInput = z.strictObject({ answerId: id, decision: z.enum(ReviewDecision), reason: text(LIMITS.ticket.reason) });

/** Says of a suspicious answer that a person gave it, or that none did. Accepted it counts, and what it asks for is done. */
@Injectable()
export class ReviewAnswer {
  constructor(
    private readonly database: Database,
    private readonly answers: AnswerRepository,
    private readonly held: HeldAnswersQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<{ readonly answerId: string }> {
    if (!can(actor, SURVEY_RESULTS.review)) throw new Forbidden(SURVEY_RESULTS.review);
    const { answerId, decision, reason } = parseInput(ReviewAnswerInput, raw);
    if (!(await this.held.byId(viewerOf(actor), answerId))) throw new SurveyAnswerNotFound();
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const answer = await this.answers.lockHeld(answerId);
      if (!answer) throw new SurveyAnswerNotHeld();
      await this.answers.review(answerId, decision, staffIdOf(actor), reason, now);
      if (decision === ReviewDecision.ACCEPT) {
        await this.answers.count(answer.invitationId, answer.revision, now);
        // The time for putting it right went by while it waited.
        await this.answers.settleLater(answer.invitationId, now);
      }
      return { answerId };
    });
  }
}
