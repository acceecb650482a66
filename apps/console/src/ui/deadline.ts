import { type Formats } from '../i18n/formats';
import { type Translate } from '../i18n/intl';
import { dayNumber } from '../i18n/zone';

export interface Deadline {
  state: 'calm' | 'soon' | 'late';
  /** As short as a list needs it: "by 14:30", "12 min late". */
  short: string;
  /** A sentence for ears. */
  sentence: string;
  /** When it is or was due, in full words of time. */
  due: string;
}

const soon = 60 * 60_000;

/** How a due time is said. The time itself is the server's; nothing here computes business hours. */
export function deadlineWords(dueAt: string, now: number, t: Translate, formats: Formats): Deadline {
  const due = Date.parse(dueAt);
  const days = dayNumber(due) - dayNumber(now);
  const absolute = days === 0 ? t('deadline.by', { time: formats.time(dueAt) })
    : days === 1 ? t('deadline.tomorrow', { time: formats.time(dueAt) })
      : days > 1 && days < 7 ? `${formats.weekday(dueAt)} ${formats.time(dueAt)}`
        : formats.shortDate(dueAt);
  const full = days === 0 ? formats.time(dueAt) : days === -1 ? t('deadline.yesterday', { time: formats.time(dueAt) }) : `${formats.weekday(dueAt)} ${formats.shortDate(dueAt)} ${formats.time(dueAt)}`;
  if (now >= due) {
    const words = t('deadline.late', { span: span(now - due, t) });
    return { state: 'late', short: words, due: t('deadline.was', { when: full }), sentence: t('deadline.sentence.late', { when: full, span: span(now - due, t) }) };
  }
  const sentence = t('deadline.sentence.due', { when: full });
  if (due - now < soon) return { state: 'soon', short: t('deadline.in', { span: span(due - now, t) }), due: absolute, sentence };
  return { state: 'calm', short: absolute, due: days === 0 ? '' : full, sentence };
}

/** Minutes up to an hour, hours up to two days, then days: what a person would say. */
export function span(milliseconds: number, t: Translate): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  if (minutes < 60) return t('span.minutes', { count: minutes });
  if (minutes < 48 * 60) return t('span.hours', { count: Math.floor(minutes / 60) });
  return t('span.days', { count: Math.floor(minutes / (24 * 60)) });
}
