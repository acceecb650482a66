import fc from 'fast-check';
import { LIMITS } from '@kaiku/kernel';
import { previewOf } from './entry.rules';
import { startOfTomorrow } from './view.rules';

test('a preview is one line of whole characters, whatever the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (body) => {
    const preview = previewOf(body);
    if (preview === null) return;
    expect(preview.isWellFormed()).toBe(true);
    expect(preview.length).toBeLessThanOrEqual(LIMITS.entry.preview);
    expect(preview).not.toMatch(/[\r\n\t]/);
  }), { numRuns: 200 });
});

test('families and flags are not cut in two', () => {
  const preview = previewOf('👩‍👩‍👧‍👦'.repeat(40))!;
  expect(preview.replace('…', '').replaceAll('👩‍👩‍👧‍👦', '')).toBe('');
});

test.each([
  ['winter', '2026-11-23T21:59:59Z', '2026-11-23T22:00:00.000Z'],
  ['just after midnight there', '2026-11-23T22:00:00Z', '2026-11-24T22:00:00.000Z'],
  ['the day the clocks go back is 25 hours long', '2026-10-24T21:30:00Z', '2026-10-25T22:00:00.000Z'],
  ['the day they go forward is 23', '2026-03-28T22:30:00Z', '2026-03-29T21:00:00.000Z'],
])('the shops\' day ends at their midnight: %s', (_, now, end) => {
  expect(startOfTomorrow(new Date(now), 'Europe/Helsinki').toISOString()).toBe(end);
});
