import { id, line, LIMITS, locale } from '@kaiku/kernel';
import { z } from 'zod';
import { isCommonPassword } from './common-passwords';

/** One address, in lower case; 254 characters is the longest that mail allows (RFC 5321 4.5.3.1.3). */
export const emailAddress = line(254)
  .transform((s) => s.toLowerCase())
  .refine((s) => /^[^\s@<>(),;:"[\]\\]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(s), { message: 'not_an_email' });

/** A password as typed: nothing is trimmed. No rules of composition; the most common ones are refused. */
export const newPassword = z
  .string()
  .min(LIMITS.signIn.passwordMin, { message: 'password_short' })
  .max(LIMITS.signIn.passwordMax, { message: 'too_long' })
  .refine((s) => s.isWellFormed() && !s.includes('\u0000'), { message: 'malformed_unicode' })
  .refine((s) => !isCommonPassword(s), { message: 'password_common' });

/** A password to be checked: anything that could have been set. */
export const givenPassword = z.string().min(1, { message: 'required' }).max(LIMITS.signIn.passwordMax, { message: 'too_long' });

export const personName = line(120);
export const ids = z.array(id).max(100).transform((all) => [...new Set(all)]);
export const roleIds = z.array(line(60)).max(20).transform((all) => [...new Set(all)]);
export { locale };
