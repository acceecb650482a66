import { useMemo } from 'react';
import type { Locale } from '../graphql/generated/graphql';
import { regions, useLocaleId } from './intl';
import { dayNumber, fieldsIn, useZone } from './zone';

export interface Formats {
  time: (iso: string) => string;
  /** Short: the time today, "Mon 9:41" within a week, else the date. */
  moment: (iso: string, now: number) => string;
  /** A time of day without a day, `08:30` or `24:00`, as clocks are written. */
  clock: (time: string) => string;
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
  const zone = useZone();
  return useMemo(() => formatsFor(locale, zone), [locale, zone]);
}

/** Everything that a time, a number or a list is said with. Days without a time are said as they are, in no zone. */
export function formatsFor(locale: Locale, zone: string): Formats {
  const region = regions[locale];
  const of = (options: Intl.DateTimeFormatOptions) => {
    const inZone = new Intl.DateTimeFormat(region, { ...options, timeZone: zone });
    const plainDay = new Intl.DateTimeFormat(region, { ...options, timeZone: 'UTC' });
    return (iso: string) => (iso.length === 10 ? plainDay : inZone).format(new Date(iso));
  };
  // Put together here: browsers know the clock of Swedish in Finland to different degrees.
  const time = (iso: string) => { const { hour, minute } = fieldsIn(zone, Date.parse(iso)); return `${hour}${locale === 'en' ? ':' : '.'}${String(minute).padStart(2, '0')}`; };
  const weekday = of({ weekday: 'short' });
  const plainDate = of({ day: 'numeric', month: 'numeric', year: 'numeric' });
  // As in Finland in both its languages; a browser that knows only the Swedish of Sweden would write the year first.
  const date = (iso: string) => {
    if (locale === 'en') return plainDate(iso);
    const { day, month, year } = fieldsIn(iso.length === 10 ? 'UTC' : zone, Date.parse(iso));
    return `${day}.${month}.${year}`;
  };
  const shortDate = of({ day: 'numeric', month: locale === 'en' ? 'short' : 'numeric' });
  const relative = new Intl.RelativeTimeFormat(region, { numeric: 'auto', style: 'short' });
  return {
    time, weekday, date, shortDate,
    clock: (time) => time.replace(/^0(?=\d:)/, '').replace(':', locale === 'en' ? ':' : '.'),
    full: (iso) => `${weekday(iso)} ${date(iso)}${{ fi: ' klo', sv: ' kl.', en: ',' }[locale]} ${time(iso)}`,
    month: (iso) => { const { year, month } = fieldsIn(iso.length === 10 ? 'UTC' : zone, Date.parse(iso)); return `${month}/${year}`; },
    moment: (iso, now) => {
      const days = dayNumber(now, zone) - dayNumber(Date.parse(iso), zone);
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
