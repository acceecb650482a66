import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { Locale } from '@kaiku/kernel';

/** What log lines and outbox rows of one request or job share. */
export interface RequestContext {
  readonly traceId: string;
  actorId?: string;
  operation?: string;
  /** The reader's language, once the session is read. */
  locale?: Locale;
  /** Code of the refusal that a result carried. */
  problem?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const newTraceId = (): string => randomBytes(16).toString('hex');

/** W3C traceparent, or a plain id from a proxy; anything else is replaced. */
export function traceIdFrom(header: string | string[] | undefined): string {
  const text = Array.isArray(header) ? header[0] : header;
  const match = text && (/^[0-9a-f]{2}-([0-9a-f]{32})-/.exec(text) ?? /^([0-9a-f]{32})$/.exec(text));
  return match ? match[1]! : newTraceId();
}

export const runInContext = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);
export const currentContext = (): RequestContext | undefined => storage.getStore();
export const currentTraceId = (): string => storage.getStore()?.traceId ?? newTraceId();
