import { dateOf, DAY, isoDayOf } from './local-date';

export type FinnishHoliday =
  | 'new_year' | 'epiphany' | 'good_friday' | 'easter_sunday' | 'easter_monday' | 'may_day' | 'ascension' | 'whit_sunday' | 'midsummer_day' | 'all_saints'
  | 'independence_day' | 'christmas_day' | 'boxing_day';

export interface Holiday {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly key: FinnishHoliday;
}

const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY;

/** Easter Sunday of the Gregorian calendar, in days since 1970-01-01 (Meeus, Jones, Butcher). */
export function easter(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The Saturday from the given day on. */
const saturdayFrom = (day: number): number => day + ((6 - isoDayOf(day) + 7) % 7);

/** The Saturday of Midsummer Day, in days since 1970-01-01; its eve is the day before. */
export const midsummer = (year: number): number => saturdayFrom(dayOf(year, 6, 20));

/**
 * Finland's public holidays of a year, in order. Midsummer Eve and Christmas Eve are none: they are free by agreement, and
 * counting them as working days can only make a legal due date earlier.
 */
export function finnishPublicHolidays(year: number): Holiday[] {
  const sunday = easter(year);
  const days: [number, FinnishHoliday][] = [
    [dayOf(year, 1, 1), 'new_year'], [dayOf(year, 1, 6), 'epiphany'], [sunday - 2, 'good_friday'], [sunday, 'easter_sunday'], [sunday + 1, 'easter_monday'],
    [dayOf(year, 5, 1), 'may_day'], [sunday + 39, 'ascension'], [sunday + 49, 'whit_sunday'], [midsummer(year), 'midsummer_day'],
    [saturdayFrom(dayOf(year, 10, 31)), 'all_saints'], [dayOf(year, 12, 6), 'independence_day'], [dayOf(year, 12, 25), 'christmas_day'], [dayOf(year, 12, 26), 'boxing_day'],
  ];
  return days.toSorted((a, b) => a[0] - b[0]).map(([day, key]) => ({ date: dateOf(day), key }));
}

const years = new Map<number, ReadonlySet<string>>();

/** Whether a date (`YYYY-MM-DD`) is a public holiday in Finland. */
export function isFinnishHoliday(date: string): boolean {
  const year = Number(date.slice(0, 4));
  const known = years.get(year) ?? new Set(finnishPublicHolidays(year).map((h) => h.date));
  years.set(year, known);
  return known.has(date);
}

/** The eves on which time limits before courts and authorities roll over too (Act 150/1930, section 5). */
export function isAuthorityEve(date: string): boolean {
  const year = Number(date.slice(0, 4));
  return date === `${date.slice(0, 4)}-12-24` || date === dateOf(midsummer(year) - 1);
}
