import Holidays from 'date-holidays';
import type { DayEntry } from './calendar.types';

/** A day that somebody may accept into a calendar; until then it changes nothing. */
export type DayProposal = DayEntry & {
  /** Names of the day where the source has them. */
  readonly labels: { readonly fi: string; readonly sv: string; readonly en: string };
  /** A public holiday, or a day that is free by agreement for most. */
  readonly law: boolean;
};

let finland: Holidays | null = null;

/**
 * The Finnish day set of a year: public holidays and the eves of Midsummer and Christmas as closed, New Year's Eve with the usual
 * hours (so it is not in the list). Observances such as Mother's Day are none.
 */
export function proposeFinnishDays(year: number): DayProposal[] {
  finland ??= new Holidays('FI');
  const names = (['fi', 'sv', 'en'] as const).map((language) => new Map(finland!.getHolidays(year, language).map((h) => [h.rule, h.name])));
  return finland
    .getHolidays(year, 'fi')
    .filter((h) => h.type === 'public' || (h.type === 'bank' && !h.date.slice(5).startsWith('12-31')))
    .map((h) => {
      const [fi, sv, en] = names.map((of) => of.get(h.rule) ?? h.name) as [string, string, string];
      return { date: h.date.slice(0, 10), kind: 'closed', intervals: [], source: 'law', label: fi, labels: { fi, sv, en }, law: h.type === 'public' };
    });
}
