import { snoozeChoices } from './snooze';

const choices = (iso: string, zone = 'Europe/Helsinki') => snoozeChoices(Date.parse(iso), zone);
const ids = (iso: string) => choices(iso).map((choice) => choice.id);

describe('when to come back', () => {
  it('offers next Monday on other days than Sunday, when it is the same as tomorrow', () => {
    expect(ids('2026-11-25T08:20:00Z')).toEqual(['hours', 'tomorrow', 'monday']);
    expect(ids('2026-11-22T08:20:00Z')).toEqual(['hours', 'tomorrow']);
  });

  it('Monday means the coming one, on a Monday the next', () => {
    expect(choices('2026-11-23T07:00:00Z').at(-1)?.until).toBe('2026-11-30T06:00:00.000Z');
  });

  it('mornings are those of the shop, wherever the browser is', () => {
    expect(choices('2026-11-25T22:30:00Z').map((choice) => choice.until)).toEqual(['2026-11-26T01:00:00.000Z', '2026-11-27T06:00:00.000Z', '2026-11-30T06:00:00.000Z']);
    expect(choices('2026-11-25T22:30:00Z', 'Europe/Stockholm')[1]?.until).toBe('2026-11-26T07:00:00.000Z');
  });

  it('always lies ahead', () => {
    const now = '2026-11-25T21:59:00Z';
    for (const choice of choices(now)) expect(Date.parse(choice.until)).toBeGreaterThan(Date.parse(now));
  });
});
