import * as ts from 'typescript';
import { at, isTestCode, literalText, nodesOf, type Source } from '../support/sources';
import { Inspection, type Verdict } from '../support/verdict';

const SQL_CLOCK = /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(|\b(?:current_timestamp|current_date|current_time|localtimestamp|localtime)\b/i;

/**
 * Files that tell real time, each with the reason: leases, sessions and locks stay on real time, so that moving the
 * demo's clock neither ends a session nor frees a claim.
 */
export const REAL_TIME: Readonly<Record<string, string>> = {
  'libs/kernel/src/ids.ts': 'the time in an id orders index pages, nothing is decided by it',
  'libs/platform/src/clock/business-clock.ts': 'makes business time out of real time',
  'libs/platform/src/outbox/kept-jobs.repository.ts': 'queues hold jobs in real time',
  'libs/platform/src/outbox/relay.ts': 'when an event was handed to the queue store',
  'libs/platform/src/jobs/upkeep.repository.ts': 'handed-on events, idempotency keys and throttles are kept for a span of real time',
  'libs/conversations/src/catcher/mail-catcher.ts': 'when the demo took a mail, for the person who reads it',
  'libs/staff/src/session.queries.ts': 'sessions end by real time',
  'libs/staff/src/session.repository.ts': 'sessions end by real time',
  'libs/staff/src/setup-link.repository.ts': 'the one-time link ends by real time, like a session',
};
/** A lease is held by a process, and processes live in real time: this column, in any file, is compared with nothing else. */
const LEASE = /\blease_until\s*(?:=|<=?|>=?)\s*clock_timestamp\(\)/gi;

/** Business time is a parameter: no statement and no domain code asks a clock of its own. */
export function businessTimeIsAParameter(sources: readonly Source[], realTime = REAL_TIME): Verdict {
  const seen = new Inspection('business-time-is-a-parameter');
  for (const source of sources.filter((s) => !isTestCode(s.path))) {
    seen.look();
    if (realTime[source.path]) continue;
    for (const node of nodesOf(source.ast)) {
      const text = literalText(node);
      if (text !== null && SQL_CLOCK.test(withoutComments(text).replace(LEASE, '')) && /\b(select|insert|update|delete|where|values|default|create|alter|set)\b/i.test(text)) seen.breach(`${at(source, node)}: a statement asks the database for the time`);
      if (ts.isCallExpression(node) && /^(Date\.now|Temporal\.Now\.\w+)$/.test(node.expression.getText(source.ast))) seen.breach(`${at(source, node)}: ${node.expression.getText(source.ast)} instead of a clock`);
      if (ts.isNewExpression(node) && node.expression.getText(source.ast) === 'Date' && (node.arguments ?? []).length === 0) seen.breach(`${at(source, node)}: new Date() instead of a clock`);
    }
  }
  for (const path of Object.keys(realTime)) if (!sources.some((s) => s.path === path)) seen.breach(`${path}: is on the list of real time and does not exist`);
  return seen.verdict();
}

const withoutComments = (sql: string): string => sql.replace(/--[^\n]*/g, '');
