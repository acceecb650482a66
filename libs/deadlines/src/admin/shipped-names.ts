import { LOCALES, type Locale } from '@kaiku/kernel';
import { message } from '@kaiku/platform';
import type { CalendarDefinition } from '../engine';
import { finnishDays } from './finnish-days';

const SHIPPED = /^shipped:([a-z_]+)$/;

/** A name as the reader is shown it: what came with the desk is in the reader's language until it is changed. */
export function shownName(locale: Locale, stored: string): string {
  const key = SHIPPED.exec(stored)?.[1];
  return key ? message(locale, `shipped.${key}`) : stored;
}

/** A name as it is kept: the shipped one, when it comes back as somebody was shown it. */
export function storedName(given: string, before: string): string {
  return LOCALES.some((locale) => shownName(locale, before) === given) ? before : given;
}

/** Names of the days that come with the desk; the same every year. */
const DAY_LABELS = [...new Set(finnishDays(2026).map((day) => day.label!))];

/** A label as it is kept: the key of a day that comes with the desk, when it is called as somebody was shown it. */
export const storedLabel = (given: string | null): string | null => DAY_LABELS.find((key) => LOCALES.some((locale) => shownName(locale, key) === given)) ?? given;

export const storedDays = (definition: CalendarDefinition): CalendarDefinition => ({ ...definition, days: definition.days.map((day) => ({ ...day, label: storedLabel(day.label) })) });
