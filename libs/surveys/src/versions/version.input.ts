import { id, LIMITS, text } from '@kaiku/kernel';
import { z } from 'zod';
import { QuestionKind } from '../survey.words';

const code = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, { message: 'malformed_id' });
const said = z.record(z.string().max(120), text(LIMITS.surveySending.text, 0));

/** What is asked, how it branches and in which words. Whether the words are whole is asked when it is activated. */
export const CreateSurveyVersionInput = z.object({
  surveyId: id,
  expectedVersion: z.number().int().min(0),
  questions: z.array(z.object({ id: code, kind: z.enum(QuestionKind), required: z.boolean().default(false), newPage: z.boolean().default(false), options: z.array(code).max(12).optional() })).max(50),
  logic: z.array(z.object({ question: code, in: z.array(z.union([z.number().int(), z.string().max(40)])).max(20), goTo: code })).max(50).default([]),
  texts: z.object({ fi: said.optional(), sv: said.optional(), en: said.optional() }),
});

export const ActivateSurveyInput = z.object({ surveyId: id, versionId: id, expectedVersion: z.number().int().min(0) });
export const StopSurveyInput = z.object({ surveyId: id, expectedVersion: z.number().int().min(0) });
