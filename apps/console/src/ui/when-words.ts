import type { Formats } from '../i18n/formats';
import type { Translate } from '../i18n/intl';
import { dayNumber } from '../i18n/zone';

/** Minutes up to an hour, hours up to two days, then days: what a person would say. */
export function span(milliseconds: number, t: Translate): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  if (minutes < 60) return t('span.minutes', { count: minutes });
  if (minutes < 48 * 60) return t('span.hours', { count: Math.floor(minutes / 60) });
  return t('span.days', { count: Math.floor(minutes / (24 * 60)) });
}

/** Working time to the minute, "2 h 10 min": it is never turned into days, since a working day has no fixed length. */
export function workSpan(milliseconds: number, t: Translate): string {
  if (milliseconds > 0 && milliseconds < 60_000) return t('span.underMinute');
  const minutes = Math.floor(milliseconds / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return t('span.minutes', { count: minutes });
  return rest === 0 ? t('span.hours', { count: hours }) : `${t('span.hours', { count: hours })} ${t('span.minutes', { count: rest })}`;
}

/** Working time that is left: a minute that has begun is still whole, so that what is used and what is left make up what is allowed. */
export const leftSpan = (milliseconds: number, t: Translate): string => workSpan(milliseconds < 60_000 ? milliseconds : Math.ceil(milliseconds / 60_000) * 60_000, t);

export interface When {
  /** As short as a list needs it: "14:30", "tomorrow 9:40", "Thu 16:00", "3 Dec". */
  short: string;
  /** With the date when it is not today: "Thu 26 Nov 16:00". */
  full: string;
  today: boolean;
  /** With the time, and no longer than it must be: "Thu 16:00" within a week, else with the date. */
  timed: string;
}

export function when(iso: string, now: number, t: Translate, formats: Formats): When {
  const days = dayNumber(Date.parse(iso)) - dayNumber(now);
  const time = formats.time(iso);
  const dated = `${formats.weekday(iso)} ${formats.shortDate(iso)} ${time}`;
  if (days === 0) return { short: time, full: time, today: true, timed: time };
  if (days === 1) return { short: t('deadline.tomorrow', { time }), full: t('deadline.tomorrow', { time }), today: false, timed: t('deadline.tomorrow', { time }) };
  if (days === -1) return { short: t('deadline.yesterday', { time }), full: t('deadline.yesterday', { time }), today: false, timed: t('deadline.yesterday', { time }) };
  const near = days > 1 && days < 7 ? `${formats.weekday(iso)} ${time}` : null;
  return { short: near ?? formats.shortDate(iso), full: dated, today: false, timed: near ?? dated };
}
