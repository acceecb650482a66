import type { NoticeCause } from '../../graphql/generated/graphql';
import type { Formats } from '../../i18n/formats';
import type { Translate } from '../../i18n/intl';
import { when } from '../../ui/when-words';

const field = (params: unknown, name: string): unknown => (typeof params === 'object' && params !== null ? (params as Record<string, unknown>)[name] : undefined);

const isAboutDeadline = (cause: NoticeCause): cause is 'DEADLINE_WARN' | 'DEADLINE_LATE' | 'DEADLINE_ESCALATED' => cause.startsWith('DEADLINE_');

export interface Told { cause: NoticeCause; ticketNumber: number | null; params?: unknown }

/** What somebody is told, in one sentence: number and cause, nothing of what stands in the ticket. */
export function noticeWords({ cause, ticketNumber, params }: Told, now: number, t: Translate, formats: Formats): string {
  if (cause === 'DIGEST') {
    if (params === undefined) return t('notice.brief.DIGEST');
    const [count, late] = [Number(field(params, 'count') ?? 0), Number(field(params, 'late') ?? 0)];
    return t('notice.DIGEST', { count, late });
  }
  const dueAt = field(params, 'dueAt');
  if (typeof dueAt !== 'string' && isAboutDeadline(cause)) return t(`notice.brief.${cause}`, { number: ticketNumber });
  const due = typeof dueAt === 'string' ? when(dueAt, now, t, formats).full : '';
  return t(`notice.${cause}`, { number: ticketNumber, metric: String(field(params, 'metric') ?? 'NEXT_REPLY'), when: due });
}

/** Numbers of the tickets that a digest gathers. */
export function digestNumbers(params: unknown): number[] {
  const numbers = field(params, 'numbers');
  return Array.isArray(numbers) ? numbers.map(Number).filter((number) => Number.isInteger(number) && number > 0) : [];
}

/** 1 to 999, then "999+". */
export function countWords(unread: number, formats: Pick<Formats, 'number'>): string {
  return unread > 999 ? '999+' : formats.number(unread);
}
