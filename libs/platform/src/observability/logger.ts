import type { LoggerService } from '@nestjs/common';
import { LIMITS } from '@kaiku/kernel';
import { destination, pino, type Logger } from 'pino';
import { currentContext } from './request-context';

/**
 * One JSON line per request and per job. Identifiers and outcomes only: no names, addresses or text ever go in.
 * Lines go out several at once, and whatever waits goes out before the process ends: a write for each would hold up every request.
 * Errors are logged by name, code and stack; their messages may quote data, so database details are left out.
 */
export const log: Logger = pino({
  level: 'info',
  base: undefined,
  mixin: () => {
    const context = currentContext();
    return context ? { traceId: context.traceId, actorId: context.actorId } : {};
  },
  serializers: { err: describeError },
}, destination({ sync: false, minLength: LIMITS.log.bytesTogether, periodicFlush: LIMITS.log.withinMs }));

/** Name, code, constraint and stack frames of an error, without the message of a database error. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, constraint, table } = error as Error & { code?: unknown; constraint?: unknown; table?: unknown };
  const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  const frames = error.stack?.split('\n').filter((l) => /^\s+at /.test(l)).slice(0, 12).join('\n');
  return { name: error.name, code, constraint, table, message: fromDatabase ? undefined : error.message, stack: frames, cause: error.cause ? describeError(error.cause) : undefined };
}

/** Nest's own messages through the same logger. */
export class NestLog implements LoggerService {
  log(message: unknown, context?: string): void {
    log.debug({ context }, String(message));
  }
  error(message: unknown, _stack?: string, context?: string): void {
    log.error({ context, err: message instanceof Error ? message : undefined }, message instanceof Error ? message.name : String(message));
  }
  warn(message: unknown, context?: string): void {
    log.warn({ context }, String(message));
  }
}
