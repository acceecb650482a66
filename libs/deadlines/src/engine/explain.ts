import { countUpTo } from './business-time';
import type { CompiledCalendar } from './calendar.types';

export interface OpenSlice {
  readonly from: number;
  readonly to: number;
}

/** The open slices that a segment counted, in order (epoch ms), at most `most` of them. */
export function openSlices(cal: CompiledCalendar, from: number, to: number, most = 400): OpenSlice[] {
  const slices: OpenSlice[] = [];
  const opened = countUpTo(cal.opens, from);
  for (let i = Math.max(0, opened - 1); i < cal.opens.length && cal.opens[i]! < to && slices.length < most; i++) {
    const slice = { from: Math.max(from, cal.opens[i]!), to: Math.min(to, cal.closes[i]!) };
    if (slice.to > slice.from) slices.push(slice);
  }
  return slices;
}
