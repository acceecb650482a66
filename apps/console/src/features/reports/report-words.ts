import type { Locale, TimeFieldsFragment } from '../../graphql/generated/graphql';
import type { Formats } from '../../i18n/formats';
import { regions, type Translate } from '../../i18n/intl';
import { workSpan } from '../../ui/when-words';
import { kinds, type Grouping, type Kind } from './report-search';

/** Below so many a share says little, and is shown so. */
export const SMALL = 20;

/** Whole per cent. Nothing but none is 0 %, and nothing but all is 100 %. */
export function percent(share: number | null, locale: Locale): string {
  if (share === null) return '–';
  const whole = share > 0 && share < 1 ? Math.min(99, Math.max(1, Math.round(share * 100))) : share * 100;
  return new Intl.NumberFormat(regions[locale], { style: 'percent' }).format(whole / 100);
}

/** "Between 72 % and 89 %" as short as it can be said; the ends are rounded outwards. */
export function interval(low: number | null, high: number | null, locale: Locale): string | null {
  if (low === null || high === null) return null;
  const end = new Intl.NumberFormat(regions[locale], { style: 'percent' }).format(Math.ceil(high * 100) / 100);
  return `${Math.floor(low * 100)}–${end}`;
}

type Time = Pick<TimeFieldsFragment, 'ms' | 'atLeast'> | null;

export function workTime(time: Time, t: Translate): string {
  if (!time) return '–';
  const words = workSpan(time.ms, t);
  return time.atLeast ? t('report.atLeast', { time: words }) : words;
}

/** Calendar time has days of 24 hours; from two days on nobody counts minutes. */
export function calendarTime(time: Time, t: Translate): string {
  if (!time) return '–';
  const hours = Math.floor(time.ms / 3_600_000);
  const [days, rest] = [Math.floor(hours / 24), hours % 24];
  const words = days < 2 ? workSpan(time.ms, t) : rest === 0 ? t('span.days', { count: days }) : `${t('span.days', { count: days })} ${t('span.hours', { count: rest })}`;
  return time.atLeast ? t('report.atLeast', { time: words }) : words;
}

/** What a row of a table or a list is called. */
export function groupName(by: Grouping, key: string, label: string, t: Translate, formats: Formats): string {
  if (by === 'kind') return key in kinds ? t(`kind.${kinds[key as Kind]}`) : key;
  if (by === 'day') return `${formats.weekday(key)} ${formats.date(key)}`;
  return label;
}
