import { defineEvent } from '@kaiku/kernel';
import { z } from 'zod';

/** Somebody answered; held: it waits for a look and counts in nothing. */
export const SurveyAnswered = defineEvent('survey.answered.v1', z.object({ invitationId: z.uuid(), surveyId: z.uuid(), revision: z.number().int(), held: z.boolean() }));
