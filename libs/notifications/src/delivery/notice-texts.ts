import type { Locale } from '@kaiku/kernel';
import { message } from '@kaiku/platform';
import type { Delivery } from './delivery.rules';

export interface NoticeText {
  /** One line. */
  readonly title: string;
  /** More of it, or an empty text. */
  readonly detail: string;
}

/** What a notice says outside the console: number, cause and times; no name and no word of the matter. @param zone the desk's */
export function textOf({ cause, ticketNumber, params, locale }: Pick<Delivery, 'cause' | 'ticketNumber' | 'params' | 'locale'>, zone: string): NoticeText {
  const number = String(ticketNumber ?? '');
  if (cause === 'digest') {
    const numbers = Array.isArray(params.numbers) ? params.numbers.map((n) => `#${String(n)}`).join(', ') : '';
    return { title: message(locale, 'notice.digest.title', { count: numberIn(params, 'count') ?? 0 }), detail: message(locale, 'notice.digest.detail', { late: numberIn(params, 'late') ?? 0, numbers }) };
  }
  if (!cause.startsWith('deadline_')) return { title: message(locale, `notice.${cause}.title`, { number }), detail: '' };
  const metric = message(locale, `notice.metric.${String(params.metric).toLowerCase()}`);
  const due = typeof params.dueAt === 'string' ? timeIn(locale, new Date(params.dueAt), zone) : '';
  const work = numberIn(params, 'remainingWorkMs');
  const detail = work === null ? '' : message(locale, work > 0 ? 'notice.work_left' : 'notice.work_over', { time: durationIn(locale, Math.abs(work)) });
  return { title: message(locale, `notice.${cause}.title`, { number, metric, due }), detail: params.late === true ? `${detail} ${message(locale, 'notice.sent_late')}`.trim() : detail };
}

const numberIn = (params: Readonly<Record<string, unknown>>, key: string): number | null => (typeof params[key] === 'number' ? params[key] : null);

const timeIn = (locale: Locale, at: Date, zone: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { weekday: 'short', day: 'numeric', month: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(at);

/** `2 h 10 min`, rounded down to the minute. */
export function durationIn(locale: Locale, milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  const unit = (value: number, name: 'hour' | 'minute') => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  return minutes < 60 ? unit(minutes, 'minute') : minutes % 60 === 0 ? unit(minutes / 60, 'hour') : `${unit(Math.floor(minutes / 60), 'hour')} ${unit(minutes % 60, 'minute')}`;
}
