import type { Entry } from '../../data/types';
import { dayNumber } from '../../i18n/zone';

export type TimelineItem =
  | { type: 'entry'; key: string; entry: Entry }
  | { type: 'system'; key: string; entries: Entry[] }
  | { type: 'new'; key: string };

const foldFrom = 3;

/**
 * The timeline as it is drawn: three or more events in a row on one day fold to one line,
 * and the line "New since you looked" stands before the first message that somebody else wrote after the last one seen.
 */
export function timelineItems(entries: Entry[], seenId: string | null, me: string): TimelineItem[] {
  const items: TimelineItem[] = [];
  const seenAt = seenId === null ? -1 : entries.findIndex((entry) => entry.id === seenId);
  const firstNew = seenAt === -1 ? -1 : entries.findIndex((entry, at) => at > seenAt && entry.kind !== 'SYSTEM' && entry.author?.id !== me);
  entries.forEach((entry, at) => {
    if (saidElsewhere(entry)) return;
    if (at === firstNew) items.push({ type: 'new', key: 'new' });
    const last = items.at(-1);
    if (entry.kind !== 'SYSTEM') items.push({ type: 'entry', key: entry.id, entry });
    else if (last?.type === 'system' && day(last.entries[0]) === day(entry)) last.entries.push(entry);
    else items.push({ type: 'system', key: entry.id, entries: [entry] });
  });
  return items;
}

export function folds(item: Extract<TimelineItem, { type: 'system' }>): boolean {
  return item.entries.length >= foldFrom;
}

function day(entry: Entry | undefined): string {
  return entry ? String(dayNumber(Date.parse(entry.at))) : '';
}

/** That a reply was taken back is told by the reply itself. */
function saidElsewhere(entry: Entry): boolean {
  const change = entry.change as { code?: string; params?: { why?: string } } | null;
  return entry.kind === 'SYSTEM' && change?.code === 'reply_voided' && change.params?.why === 'undone';
}
