import type { Formats } from '../i18n/formats';
import type { Translate } from '../i18n/intl';
import { countsDown, lookOf, type ClockFacts, type ClockLook } from './clock-state';
import { span, when } from './when-words';

export interface ChipWords { look: ClockLook; text: string; /** For ears, a whole sentence. */ sentence: string }

/** A running clock in a list; null when there is nothing to say of it there. */
export function chipWords(clock: ClockFacts, now: number, t: Translate, formats: Formats): ChipWords | null {
  const look = lookOf(clock, now);
  const { metric, dueAt, nextOpenAt } = clock;
  if (look === 'error') return { look, text: t('deadline.chip.error'), sentence: t('deadline.say.error', { metric }) };
  if (!dueAt || !['calm', 'soon', 'late', 'closed'].includes(look)) return null;
  const due = when(dueAt, now, t, formats);
  const said = due.today ? t('deadline.today', { time: due.full }) : due.full;
  if (look === 'late') {
    const late = span(now - Date.parse(dueAt), t);
    return { look, text: t('deadline.chip.late', { metric, span: late }), sentence: t('deadline.say.late', { metric, span: late, when: said }) };
  }
  if (look === 'closed' && nextOpenAt) {
    const opens = when(nextOpenAt, now, t, formats);
    return { look, text: t('deadline.chip.opens', { when: opens.short }), sentence: t('deadline.say.opens', { metric, when: said, opens: opens.full }) };
  }
  const sentence = t('deadline.say.due', { metric, when: said });
  const by = due.today ? t('deadline.by', { time: due.short }) : due.short;
  if (look === 'soon') {
    return { look, sentence, text: countsDown(clock, now) ? t('deadline.chip.in', { metric, span: span(Date.parse(dueAt) - now, t) }) : t('deadline.chip.soon', { metric, when: by }) };
  }
  return { look, sentence, text: metric === 'STATUTORY' ? t('deadline.chip.legal', { when: by }) : by };
}
