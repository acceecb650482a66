import { Z95 } from '@kaiku/kernel';

/**
 * The 97.5 % point of Student's t: exact for one and two degrees of freedom, else by the expansion of Cornish and Fisher, which is
 * right to four figures from three on.
 */
export function t975(degrees: number): number {
  if (degrees === 1) return 12.706204736432095;
  if (degrees === 2) return 4.302652729696142;
  const z = Z95;
  const [z3, z5, z7, z9] = [z ** 3, z ** 5, z ** 7, z ** 9];
  return (
    z + (z3 + z) / (4 * degrees) + (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees ** 2) + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * degrees ** 3) +
    (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92160 * degrees ** 4)
  );
}

export interface Mean {
  readonly value: number;
  /** Half of the 95 % interval; null of one answer, which says nothing of the spread. */
  readonly half: number | null;
}

/** Mean of answers on a scale, ± t·s/√n. @param counts how often each point was chosen, from `lowest` up */
export function meanOf(counts: readonly number[], lowest: number): Mean | null {
  const n = counts.reduce((a, b) => a + b, 0);
  if (n === 0) return null;
  const value = counts.reduce((sum, c, i) => sum + c * (i + lowest), 0) / n;
  if (n === 1) return { value, half: null };
  const squares = counts.reduce((sum, c, i) => sum + c * (i + lowest - value) ** 2, 0);
  return { value, half: (t975(n - 1) * Math.sqrt(squares / (n - 1))) / Math.sqrt(n) };
}
