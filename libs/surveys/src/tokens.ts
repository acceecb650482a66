import { createHash } from 'node:crypto';
import { newToken } from '@kaiku/kernel';

/** A link's token: 32 random bytes, base64url, made when the mail is made. It says nothing about anybody and can be revoked. */
export const newSurveyToken = (): string => newToken();

/** What is stored of a token: its SHA-256. */
export const surveyTokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Whether the text can be a token at all; anything else is answered like an unknown one. */
export const isSurveyToken = (text: unknown): text is string => typeof text === 'string' && /^[A-Za-z0-9_-]{43}$/.test(text);

/** The page of a token, with an answer to its first question chosen already when one is given. The form still has to be sent: a GET records nothing. */
export function surveyUrl(publicUrl: URL, token: string, rating?: number | string): string {
  const url = new URL(`/s/${token}`, publicUrl);
  if (rating !== undefined) url.searchParams.set('r', String(rating));
  return url.href;
}
