import { wilson } from './wilson';

/** Checked against published tables of the interval. */
test.each([
  [9, 10, 0.596, 0.982],
  [90, 100, 0.826, 0.945],
  [3, 3, 0.4385, 1],
  [0, 10, 0, 0.278],
])('%i of %i', (hits, n, low, high) => {
  const share = wilson(hits, n)!;
  expect(share.share).toBeCloseTo(hits / n, 12);
  expect(share.low).toBeCloseTo(low, 3);
  expect(share.high).toBeCloseTo(high, 3);
});

test('nothing has no share', () => {
  expect(wilson(0, 0)).toBeNull();
});
