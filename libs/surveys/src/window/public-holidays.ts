import { proposeFinnishDays } from '@kaiku/deadlines';

const years = new Map<number, ReadonlySet<string>>();

/** Whether a date (YYYY-MM-DD) is a public holiday in Finland. */
export function publicHoliday(date: string): boolean {
  const year = Number(date.slice(0, 4));
  let days = years.get(year);
  if (!days) {
    days = new Set(proposeFinnishDays(year).filter((day) => day.law).map((day) => day.date));
    years.set(year, days);
  }
  return days.has(date);
}
