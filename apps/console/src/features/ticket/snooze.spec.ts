import { snoozeChoices } from './snooze';

const ids = (at: Date) => snoozeChoices(at.getTime()).map((choice) => choice.id);

describe('when to come back', () => {
  it('offers next Monday on other days than Sunday, when it is the same as tomorrow', () => {
    expect(ids(new Date(2026, 10, 25, 10, 20))).toEqual(['hours', 'tomorrow', 'monday']);
    expect(ids(new Date(2026, 10, 22, 10, 20))).toEqual(['hours', 'tomorrow']);
  });

  it('Monday means the coming one, on a Monday the next', () => {
    const until = new Date(snoozeChoices(new Date(2026, 10, 23, 9).getTime()).at(-1)?.until ?? '');
    expect([until.getDate(), until.getHours()]).toEqual([30, 8]);
  });

  it('always lies ahead', () => {
    const now = new Date(2026, 10, 25, 23, 59).getTime();
    for (const choice of snoozeChoices(now)) expect(Date.parse(choice.until)).toBeGreaterThan(now);
  });
});
