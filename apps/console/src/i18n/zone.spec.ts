import { formatsFor } from './formats';
import { dayNumber, fieldsIn, instantIn, instantOfField } from './zone';

const helsinki = 'Europe/Helsinki';
const at = '2026-11-16T15:06:00.000Z';

it.each([
  ['fi', helsinki, '17.06'], ['sv', helsinki, '17.06'], ['en', helsinki, '17:06'], ['sv', 'Europe/Stockholm', '16.06'], ['en', 'Pacific/Auckland', '4:06'],
] as const)('the clock in %s in %s is %s', (locale, zone, time) => expect(formatsFor(locale, zone).time(at)).toBe(time));

it.each([['fi', 'ma 16.11.2026 klo 17.06'], ['sv', 'mån 16.11.2026 kl. 17.06'], ['en', 'Mon 16/11/2026, 17:06']] as const)('a whole time in %s is %s', (locale, said) => expect(formatsFor(locale, helsinki).full(at)).toBe(said));

it('days are those of the zone, and a day without a time is the same everywhere', () => {
  expect(dayNumber(Date.parse('2026-11-16T22:30:00Z'), helsinki) - dayNumber(Date.parse('2026-11-16T12:00:00Z'), helsinki)).toBe(1);
  for (const zone of [helsinki, 'America/Los_Angeles', 'Pacific/Auckland']) expect([formatsFor('fi', zone).date('2026-03-01'), formatsFor('sv', zone).date('2026-03-01'), formatsFor('fi', zone).month('2026-03-01')]).toEqual(['1.3.2026', '1.3.2026', '3/2026']);
  expect(formatsFor('fi', helsinki).month('2026-02-28T22:30:00Z')).toBe('3/2026');
});

it('a wall clock and its instant are one another, also on the days when clocks change', () => {
  for (const [text, instant] of [['2026-11-17T08:00', '2026-11-17T06:00:00.000Z'], ['2026-03-29T08:00', '2026-03-29T05:00:00.000Z'], ['2026-10-25T08:00', '2026-10-25T06:00:00.000Z'], ['2026-10-25T00:30', '2026-10-24T21:30:00.000Z']] as const) {
    expect(instantOfField(text, helsinki)).toBe(instant);
    expect(fieldsIn(helsinki, Date.parse(instant)).hour).toBe(Number(text.slice(11, 13)));
  }
  expect(new Date(instantIn(helsinki, { year: 2026, month: 11, day: 31, hour: 8, minute: 0 })).toISOString()).toBe('2026-12-01T06:00:00.000Z');
  expect(instantOfField('')).toBeNull();
});
