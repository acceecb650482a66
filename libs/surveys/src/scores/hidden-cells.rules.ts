import { HIDDEN_BELOW } from './scale.rules';

/**
 * Which of some sibling cells may not be shown: those below the least number and, while the hidden ones together stay below it too, the
 * next smallest; otherwise what is hidden could be had by taking the rest from the total. Empty cells say nothing and hide nobody.
 * @returns one truth per cell
 */
export function hiddenCells(sizes: readonly number[], least = HIDDEN_BELOW): boolean[] {
  const hidden = sizes.map((size) => size > 0 && size < least);
  const total = (): number => sizes.reduce((sum, size, i) => sum + (hidden[i] ? size : 0), 0);
  while (hidden.includes(true) && total() < least) {
    const shown = sizes.map((size, i) => ({ size, i })).filter(({ size, i }) => size > 0 && !hidden[i]);
    if (shown.length === 0) break;
    hidden[shown.reduce((a, b) => (b.size < a.size ? b : a)).i] = true;
  }
  return hidden;
}
