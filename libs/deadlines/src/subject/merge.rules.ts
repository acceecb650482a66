import { mergeClocks, unmergeClock } from '../engine';
import { keptTarget, type SubjectWork } from './subject-work';

const MERGED = 'merged';

/** Each open clock of the first goes into the one of the second: the earliest start, the pauses both had, never due later than promised. */
export function mergeWorks(from: SubjectWork, into: SubjectWork, entryId: string, now: number): void {
  for (const cycle of from.all()) {
    if (!from.isOpen(cycle)) continue;
    const promised = into.target(cycle.metric);
    const open = into.open(cycle.metric);
    const target = open?.target ?? (promised && keptTarget(promised)) ?? cycle.target;
    const calendar = (promised && into.calendarOf(promised)) ?? from.state(cycle).calendar ?? '';
    // A first reply that was given stays given: what the other waits for is the next one.
    const merged = mergeClocks(cycle.events, open?.events ?? [], { at: now, target, calendar, calendars: into.calendars, reason: MERGED });
    from.adopt(cycle, merged.from, entryId);
    if (merged.into.length > 0) into.adopt(open ?? into.begin(cycle, target), merged.into, entryId);
  }
}

/** What a merge had added is taken back, by the entry that told of it. */
export function unmergeWork(work: SubjectWork, entryId: string, now: number): void {
  for (const cycle of work.all()) {
    const added = cycle.events.filter((event) => event.entryId === entryId);
    work.adopt(cycle, unmergeClock(cycle.events, added, now, 'unmerged'), entryId);
  }
}
