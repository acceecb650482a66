import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useIntl, type MessageFormatElement } from 'react-intl';
import type { Locale } from '../graphql/generated/graphql';
import type en from './en.json';

/** A message that does not exist in the master catalogue does not compile. */
export type MessageId = keyof typeof en;
export type Values = Record<string, string | number | Date | null | undefined>;
export type Translate = (id: MessageId, values?: Values) => string;

export const locales: { id: Locale; name: string }[] = [
  { id: 'fi', name: 'Suomi' },
  { id: 'sv', name: 'Svenska' },
  { id: 'en', name: 'English' },
];

/** English dates and clocks as in Europe: day before month, 24 hours. */
export const regions: Record<Locale, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** Plain text, or what the build has parsed. */
type Messages = Record<string, string> | Record<string, MessageFormatElement[]>;

const storageKey = 'kaiku.locale';
const loaders: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import('./en.json'),
  fi: () => import('./fi.json'),
  sv: () => import('./sv.json'),
};

let current: { locale: Locale; messages: Messages } = { locale: 'en', messages: {} };
const listeners = new Set<() => void>();

export function firstLocale(): Locale {
  let wished: (string | null)[] = [...navigator.languages];
  try { wished = [localStorage.getItem(storageKey), ...wished]; } catch { /* without a store the browser's languages decide */ }
  return wished.map((tag) => locales.find((locale) => tag?.toLowerCase().startsWith(locale.id))?.id).find(Boolean) ?? 'en';
}

export async function loadLocale(locale: Locale): Promise<void> {
  const messages = (await loaders[locale]()).default;
  current = { locale, messages };
  document.documentElement.lang = locale;
  try { localStorage.setItem(storageKey, locale); } catch { /* not remembered, nothing else */ }
  listeners.forEach((listener) => listener());
}

export function useLocaleState(): typeof current {
  return useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => current);
}

export function useLocaleId(): Locale {
  return useLocaleState().locale;
}

export function useT(): Translate {
  const intl = useIntl();
  return useCallback((id, values) => {
    const message = intl.messages[id];
    // A message without anything to fill in is itself; the build leaves such ones as plain text.
    if (typeof message === 'string' && !/[{}<'#]/.test(message)) return message;
    return intl.formatMessage({ id }, values);
  }, [intl]);
}

export interface Formats {
  time: (iso: string) => string;
  /** Short: the time today, "Mon 9:41" within a week, else the date. */
  moment: (iso: string, now: number) => string;
  date: (iso: string) => string;
  full: (iso: string) => string;
  month: (iso: string) => string;
  number: (value: number) => string;
  euros: (cents: number) => string;
  bytes: (size: number) => string;
  weekday: (iso: string) => string;
  shortDate: (iso: string) => string;
  /** "5 min ago" in the screen's language. */
  ago: (iso: string, now: number) => string;
  list: (items: string[]) => string;
}

export function useFormats(): Formats {
  const locale = useLocaleId();
  return useMemo(() => formatsFor(locale), [locale]);
}

export function dayNumber(at: number): number {
  const date = new Date(at);
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}

export function formatsFor(locale: Locale): Formats {
  const region = regions[locale];
  const of = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(region, options);
    return (iso: string) => format.format(new Date(iso));
  };
  const time = of({ hour: 'numeric', minute: '2-digit' });
  const weekday = of({ weekday: 'short' });
  const date = of({ day: 'numeric', month: 'numeric', year: 'numeric' });
  const shortDate = of({ day: 'numeric', month: locale === 'en' ? 'short' : 'numeric' });
  const relative = new Intl.RelativeTimeFormat(region, { numeric: 'auto', style: 'short' });
  return {
    time, weekday, date, shortDate,
    full: of({ weekday: 'short', day: 'numeric', month: 'numeric', year: 'numeric', hour: 'numeric', minute: '2-digit' }),
    month: (iso) => { const date = new Date(iso); return `${date.getMonth() + 1}/${date.getFullYear()}`; },
    moment: (iso, now) => {
      const days = dayNumber(now) - dayNumber(Date.parse(iso));
      if (days === 0) return time(iso);
      return days > 0 && days < 7 ? `${weekday(iso)} ${time(iso)}` : days < 300 ? `${shortDate(iso)} ${time(iso)}` : date(iso);
    },
    number: (value) => new Intl.NumberFormat(region).format(value),
    euros: (cents) => new Intl.NumberFormat(region, { style: 'currency', currency: 'EUR' }).format(cents / 100),
    bytes: (size) => {
      const [value, unit] = size >= 1_000_000 ? [size / 1_000_000, 'megabyte'] : [Math.max(1, size / 1000), 'kilobyte'];
      return new Intl.NumberFormat(region, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 && unit === 'megabyte' ? 1 : 0 }).format(value);
    },
    ago: (iso, now) => {
      const seconds = Math.min(0, Math.round((Date.parse(iso) - now) / 1000));
      const size = -seconds;
      if (size < 60) return relative.format(Math.ceil(seconds / 5) * 5, 'second');
      if (size < 3600) return relative.format(Math.trunc(seconds / 60), 'minute');
      if (size < 86_400) return relative.format(Math.trunc(seconds / 3600), 'hour');
      return relative.format(Math.trunc(seconds / 86_400), 'day');
    },
    list: (items) => new Intl.ListFormat(region, { type: 'conjunction' }).format(items),
  };
}
