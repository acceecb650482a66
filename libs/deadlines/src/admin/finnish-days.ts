import { finnishPublicHolidays, type DayEntry } from '../engine';

const dayBefore = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Days of a year on which most Finnish offices are closed: public holidays, and the two eves that are free by agreement. */
export function finnishDays(year: number): DayEntry[] {
  const holidays = finnishPublicHolidays(year).map(({ date, key }) => ({ date, key: key as string }));
  const midsummer = holidays.find((day) => day.key === 'midsummer_day')!.date;
  const eves = [{ date: dayBefore(midsummer), key: 'midsummer_eve' }, { date: `${year}-12-24`, key: 'christmas_eve' }];
  return [...holidays, ...eves].sort((a, b) => (a.date < b.date ? -1 : 1)).map(({ date, key }) => ({ date, kind: 'closed', intervals: [], source: 'law', label: `shipped:day_${key}` }));
}
