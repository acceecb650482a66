import type { Clock, Entry } from '../../data/types';

/** Somebody waits for an answer: a reply clock is running. */
export function isAwaited(clocks: readonly Pick<Clock, 'metric' | 'state'>[]): boolean {
  return clocks.some((clock) => clock.state === 'RUNNING' && (clock.metric === 'FIRST_REPLY' || clock.metric === 'NEXT_REPLY'));
}

const codeOf = (entry: Pick<Entry, 'change'>): unknown => (typeof entry.change === 'object' && entry.change !== null ? (entry.change as { code?: unknown }).code : undefined);

/** The customer wrote after the ticket was solved, and nobody has answered since: often it is only thanks. */
export function reopenedByCustomer(entries: readonly Pick<Entry, 'change' | 'authorKind' | 'visibility' | 'kind'>[]): boolean {
  const at = entries.findLastIndex((entry) => codeOf(entry) === 'reopened_by_customer');
  return at !== -1 && !entries.slice(at + 1).some((entry) => entry.authorKind === 'AGENT' && entry.visibility === 'PUBLIC' && entry.kind !== 'SYSTEM');
}
