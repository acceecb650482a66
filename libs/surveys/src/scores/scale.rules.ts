import { meanOf, type Mean } from './student.rules';
import { npsOf, percentOf, type Score } from './shares.rules';

/** Which figure stands first for answers to a question, and over which points it is counted. */
export const SCALES = {
  csat5: { lowest: 1, highest: 5, measure: 'share', from: 4 },
  csat3: { lowest: 1, highest: 3, measure: 'share', from: 3 },
  csat2: { lowest: 1, highest: 2, measure: 'share', from: 2 },
  nps: { lowest: 0, highest: 10, measure: 'nps', from: 9 },
  ces7: { lowest: 1, highest: 7, measure: 'share', from: 5 },
  ces5: { lowest: 1, highest: 5, measure: 'share', from: 4 },
  /** 1 no, 2 partly, 3 yes. */
  solved: { lowest: 1, highest: 3, measure: 'share', from: 3 },
} as const satisfies Record<string, { readonly lowest: number; readonly highest: number; readonly measure: 'share' | 'nps'; readonly from: number }>;
export type Scale = keyof typeof SCALES;
export const isScale = (text: string): text is Scale => Object.hasOwn(SCALES, text);

/** Below this many answers nothing is shown. */
export const HIDDEN_BELOW = 5;
/** Below this many a figure is called a small sample. */
export const SMALL_BELOW = 30;

export type Sample = 'none' | 'hidden' | 'small' | 'enough';
export const sampleOf = (n: number): Sample => (n === 0 ? 'none' : n < HIDDEN_BELOW ? 'hidden' : n < SMALL_BELOW ? 'small' : 'enough');

export interface ScaleScore {
  readonly n: number;
  /** Answers in the top of the scale. */
  readonly k: number;
  readonly sample: Sample;
  /** Null of nothing, and of too little to show. */
  readonly score: Score | null;
  readonly mean: Mean | null;
  /** %6–7 less %1–3 of the seven-point scale; null for the others. */
  readonly index: number | null;
}

/** @param counts how often each point of the scale was chosen, lowest first; who skipped the question is in none of them */
export function scoreOf(scale: Scale, counts: readonly number[]): ScaleScore {
  const { lowest, highest, measure, from } = SCALES[scale];
  if (counts.length !== highest - lowest + 1) throw new Error(`${scale} has ${highest - lowest + 1} points, and ${counts.length} were counted`);
  const between = (a: number, b: number): number => counts.slice(a - lowest, b - lowest + 1).reduce((sum, c) => sum + c, 0);
  const n = between(lowest, highest);
  const k = between(from, highest);
  const sample = sampleOf(n);
  if (sample === 'none' || sample === 'hidden') return { n, k, sample, score: null, mean: null, index: null };
  return {
    n, k, sample,
    score: measure === 'nps' ? npsOf({ promoters: k, passives: between(7, 8), detractors: between(0, 6) }) : percentOf(k, n),
    mean: meanOf(counts, lowest),
    index: scale === 'ces7' ? (100 * (between(6, 7) - between(1, 3))) / n : null,
  };
}
