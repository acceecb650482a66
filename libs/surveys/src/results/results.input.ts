import { id, locale } from '@kaiku/kernel';
import { z } from 'zod';

const day = z.iso.date();

/** One filter for everything that is counted: who was asked, and what they answered. Local days on which the mail left. */
export const SurveyResultsInput = z.strictObject({
  surveyId: id,
  from: day,
  to: day,
  teamId: id.nullish(),
  agentId: id.nullish(),
  language: locale.nullish(),
  kind: z.string().max(40).nullish(),
  channel: z.string().max(40).nullish(),
});
export type SurveyResultsInput = z.output<typeof SurveyResultsInput>;
