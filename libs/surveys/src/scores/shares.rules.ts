import { wilson, Z95, type Share } from '@kaiku/kernel';

/** A figure with its 95 % interval. `null` in the place of one says that there is nothing to count. */
export interface Score {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** k of n as percents, with the interval after Wilson. */
export function percentOf(k: number, n: number): Score | null {
  const of = wilson(k, n);
  return of && { value: 100 * of.share, low: 100 * of.low, high: 100 * of.high };
}

export interface NpsCounts {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/** Promoters less detractors per hundred answers, −100…100; the interval is the adjusted Wald of Rocks (2016). */
export function npsOf({ promoters, passives, detractors }: NpsCounts): Score | null {
  const n = promoters + passives + detractors;
  if (n === 0) return null;
  const wide = n + 3;
  const p = (promoters + 0.75) / wide;
  const d = (detractors + 0.75) / wide;
  const s = p - d;
  const half = Z95 * Math.sqrt((p + d - s * s) / wide);
  return { value: (100 * (promoters - detractors)) / n, low: Math.max(-100, 100 * (s - half)), high: Math.min(100, 100 * (s + half)) };
}

export interface Difference extends Score {
  /** The interval leaves out 0. */
  readonly clear: boolean;
}

/** The first share less the second in percent points, with Newcombe's interval; null when one of them is a share of nothing. */
export function differenceOf(one: { readonly k: number; readonly n: number }, other: { readonly k: number; readonly n: number }): Difference | null {
  const [a, b]: (Share | null)[] = [wilson(one.k, one.n), wilson(other.k, other.n)];
  if (!a || !b) return null;
  const value = a.share - b.share;
  const low = value - Math.hypot(a.share - a.low, b.high - b.share);
  const high = value + Math.hypot(a.high - a.share, b.share - b.low);
  return { value: 100 * value, low: 100 * low, high: 100 * high, clear: low > 0 || high < 0 };
}
