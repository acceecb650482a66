import type { DeadlineUnit } from '../graphql/generated/graphql';
import type { Translate } from '../i18n/intl';

/** What is promised: "4 h of working time", "2 working days", "14 days", "1 month". @param amount seconds, days or months by the unit */
export function targetWords(unit: DeadlineUnit, amount: number, t: Translate): string {
  if (unit === 'FIXED') return t('target.fixed');
  if (unit !== 'BUSINESS_SECONDS' && unit !== 'CALENDAR_SECONDS') return t(`target.${unit}`, { count: amount });
  return t(`target.${unit}`, { span: hoursWords(amount, t) });
}

/** "45 min", "4 h", "1 h 30 min"; from two days on still hours, since a working day has no fixed length. @param seconds */
export function hoursWords(seconds: number, t: Translate): string {
  const minutes = Math.round(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return t('span.minutes', { count: minutes });
  return rest ? `${t('span.hours', { count: hours })} ${t('span.minutes', { count: rest })}` : t('span.hours', { count: hours });
}
