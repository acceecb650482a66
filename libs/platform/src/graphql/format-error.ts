import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { Forbidden, InvalidInput, Problem, Unauthenticated } from '@kaiku/kernel';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isConnectionLoss } from '../database/retryable';
import { message } from '../i18n/messages';
import { log } from '../observability/logger';
import { currentContext } from '../observability/request-context';
import { problemView } from './problem-types';

/** Errors that are nobody's union member: a code, a sentence, for bugs an id to quote; never a stack, SQL or path. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  // Apollo hands no context to its formatter, and a document may fail before it has one.
  const locale = currentContext()?.locale ?? 'en';
  const original = unwrapResolverError(error);
  const { path, locations } = formatted;
  const answer = (code: string, text: string, extra: Record<string, unknown> = {}) => ({ message: text, path, locations, extensions: { code, ...extra } });
  if (original instanceof Unauthenticated) return answer('UNAUTHENTICATED', message(locale, 'error.unauthenticated'));
  if (original instanceof Forbidden) return answer('FORBIDDEN', message(locale, 'error.forbidden'));
  if (original instanceof Problem) {
    const view = problemView(original, locale);
    return answer('BAD_USER_INPUT', String(view.message), { problem: original.code, ...(original instanceof InvalidInput ? { fields: view.fields } : {}) });
  }
  const { code, limit } = formatted.extensions ?? {};
  // Apollo gives every refusal during validation its own code.
  if (original instanceof GraphQLError && typeof limit === 'string') return answer('GRAPHQL_LIMIT', formatted.message, { reason: limit });
  if (original instanceof GraphQLError && typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR') {
    return answer(code, formatted.message.replace(/ Did you mean .*\?$/, ''));
  }
  const errorId = randomUUID();
  log.error({ err: original, errorId }, 'request failed');
  return answer(isConnectionLoss(original) ? 'UNAVAILABLE' : 'INTERNAL', message(locale, 'error.internal', { errorId }), { errorId });
}
