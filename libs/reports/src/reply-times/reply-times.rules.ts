import type { GroupBy, ReplyTimesInput } from './reply-times.input';
import { wilson } from '@kaiku/kernel';

interface Grouped {
  readonly dim: GroupBy;
  readonly key: string;
}
/** Counts of one group; each statement brings its part of them. */
export interface FigureRow extends Grouped {
  readonly due?: number;
  readonly met?: number;
  readonly late?: number;
  readonly overdueOpen?: number;
  readonly cancelled?: number;
  readonly waived?: number;
  readonly metInContact?: number;
  readonly arrived?: number;
  readonly open?: number;
}
export interface CurveRow extends Grouped {
  readonly clock: 'work' | 'wall';
  readonly p50: number | null;
  readonly p90: number | null;
  readonly longest: number;
}

/** A time that so many have waited at most; `atLeast` when too many still wait to tell. Milliseconds. */
export interface Quantile {
  readonly ms: number;
  readonly atLeast: boolean;
}
export interface ReplyTimesFigures {
  readonly due: number;
  readonly met: number;
  readonly late: number;
  readonly overdueOpen: number;
  /** Of those due, the part met in time, 0…1, with its 95 % interval; null of none. */
  readonly share: number | null;
  readonly shareLow: number | null;
  readonly shareHigh: number | null;
  readonly cancelled: number;
  readonly waived: number;
  readonly metInContact: number;
  readonly arrived: number;
  readonly open: number;
  readonly workP50: Quantile | null;
  readonly workP90: Quantile | null;
  readonly calendarP50: Quantile | null;
  readonly calendarP90: Quantile | null;
}
export interface ReplyTimesGroup {
  readonly key: string;
  /** A team's name; kinds and days are worded by whoever shows them. */
  readonly label: string;
  readonly figures: ReplyTimesFigures;
}
export interface ReplyTimesReport {
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly asOf: Date;
  /** False while days of the period lie ahead: what is due on them is not counted yet. */
  readonly matured: boolean;
  readonly overall: ReplyTimesFigures;
  readonly byKind: readonly ReplyTimesGroup[];
  readonly byTeam: readonly ReplyTimesGroup[];
  readonly byDay: readonly ReplyTimesGroup[];
}

export interface Material {
  readonly zone: string;
  readonly now: Date;
  readonly due: readonly FigureRow[];
  readonly arrived: readonly FigureRow[];
  readonly curves: readonly CurveRow[];
  readonly teamName: (id: string) => string;
}

const nameOf = ({ dim, key }: Grouped): string => `${dim} ${key}`;

function quantile(row: CurveRow | undefined, at: 'p50' | 'p90'): Quantile | null {
  if (!row) return null;
  const ms = row[at];
  return ms === null ? { ms: row.longest, atLeast: true } : { ms, atLeast: false };
}

function figuresOf(due: FigureRow | undefined, arrived: FigureRow | undefined, work: CurveRow | undefined, wall: CurveRow | undefined): ReplyTimesFigures {
  const counted = due?.due ?? 0;
  const share = wilson(due?.met ?? 0, counted);
  return {
    due: counted, met: due?.met ?? 0, late: due?.late ?? 0, overdueOpen: due?.overdueOpen ?? 0,
    share: share?.share ?? null, shareLow: share?.low ?? null, shareHigh: share?.high ?? null,
    cancelled: due?.cancelled ?? 0, waived: due?.waived ?? 0, metInContact: due?.metInContact ?? 0, arrived: arrived?.arrived ?? 0, open: arrived?.open ?? 0,
    workP50: quantile(work, 'p50'), workP90: quantile(work, 'p90'), calendarP50: quantile(wall, 'p50'), calendarP90: quantile(wall, 'p90'),
  };
}

/** Days of the period, each once, also those on which nothing was due. */
function* daysOf(from: string, to: string): Generator<string> {
  for (let at = Date.parse(from); at < Date.parse(to); at += 86_400_000) yield new Date(at).toISOString().slice(0, 10);
}

const localDay = (at: Date, zone: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);

export function assemble(input: ReplyTimesInput, { zone, now, due, arrived, curves, teamName }: Material): ReplyTimesReport {
  const dueBy = new Map(due.map((row) => [nameOf(row), row]));
  const arrivedBy = new Map(arrived.map((row) => [nameOf(row), row]));
  const curveBy = new Map(curves.map((row) => [`${nameOf(row)} ${row.clock}`, row]));
  const figures = (dim: GroupBy, key: string): ReplyTimesFigures => {
    const name = nameOf({ dim, key });
    return figuresOf(dueBy.get(name), arrivedBy.get(name), curveBy.get(`${name} work`), curveBy.get(`${name} wall`));
  };
  const keys = (dim: GroupBy): string[] => [...new Set([...due, ...arrived].filter((row) => row.dim === dim).map((row) => row.key))];
  const groups = (dim: GroupBy, of: readonly string[], label: (key: string) => string): ReplyTimesGroup[] => of.map((key) => ({ key, label: label(key), figures: figures(dim, key) }));
  return {
    from: input.from, to: input.to, zone, asOf: now, matured: localDay(now, zone) >= input.to,
    overall: figures('all', ''),
    byKind: groups('kind', keys('kind').sort(), (key) => key),
    byTeam: groups('team', keys('team'), teamName).sort((a, b) => a.label.localeCompare(b.label, 'fi')),
    byDay: groups('day', [...daysOf(input.from, input.to)], (key) => key),
  };
}
