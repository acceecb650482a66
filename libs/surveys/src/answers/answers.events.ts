import { defineEvent } from '@kaiku/kernel';
import { z } from 'zod';

/** Somebody answered; held: it waits for a look and counts in nothing. */
export const SurveyAnswered = defineEvent('survey.answered.v1', z.object({ invitationId: z.uuid(), surveyId: z.uuid(), revision: z.number().int(), held: z.boolean() }));

/** An answer asks for somebody to act: to get in touch, or to think about what to do better. */
export const SurveyFollowupOpened = defineEvent('survey.followup_opened.v1', z.object({ invitationId: z.uuid(), surveyId: z.uuid(), ticketId: z.uuid(), kind: z.enum(['contact', 'improvement']) }));
