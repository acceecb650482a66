import { z } from 'zod';
import { InvalidInput, type FieldProblem } from './problem';

/** Text that Postgres can store and people can read: no NUL, no lone surrogate; trimmed; length in characters. */
export const text = (max: number, min = 1) =>
  z
    .string()
    .refine((s) => !s.includes('\u0000'), { message: 'nul' })
    .refine((s) => s.isWellFormed(), { message: 'malformed_unicode' })
    .transform((s) => s.trim())
    .pipe(z.string().min(min, { message: min === 1 ? 'required' : 'too_short' }).max(max, { message: 'too_long' }));

/** One line of text: like {@link text}, and no line breaks or control characters. */
export const line = (max: number, min = 1) => text(max, min).refine((s) => !/[\u0000-\u001f\u007f\u0085\u2028\u2029]/.test(s), { message: 'control_characters' });

export const id = z.uuid({ message: 'malformed_id' });
export const idempotencyKey = line(255);
export const locale = z.enum(['fi', 'sv', 'en']);
export const instant = z.coerce.date({ error: 'not_a_time' });

/** Parses, or throws {@link InvalidInput} with one field problem per zod issue. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new InvalidInput(
    result.error.issues.map((issue): FieldProblem => {
      const code = /^[a-z_]+$/.test(issue.message) ? issue.message : issue.code;
      return { path: issue.path.join('.'), code, params: 'maximum' in issue ? { maximum: Number(issue.maximum) } : 'minimum' in issue ? { minimum: Number(issue.minimum) } : {} };
    }),
  );
}
