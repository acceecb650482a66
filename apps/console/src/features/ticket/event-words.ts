import type { ExplainDeadlineQuery } from '../../graphql/generated/graphql';
import type { Formats } from '../../i18n/formats';
import type { MessageId, Translate } from '../../i18n/intl';
import { reasonWords } from './strip-words';

export type Explanation = NonNullable<ExplainDeadlineQuery['explainDeadline']>;
type ClockEvent = Explanation['events'][number];

const sentences: Record<string, MessageId> = {
  start: 'deadline.event.start', pause: 'deadline.event.pause', resume: 'deadline.event.resume', suspend: 'deadline.event.suspend', unsuspend: 'deadline.event.unsuspend',
  retarget: 'deadline.event.retarget', recalendar: 'deadline.event.recalendar', stop: 'deadline.event.stop', cancel: 'deadline.event.cancel', waive: 'deadline.event.waive',
  fix: 'deadline.event.fix', correct: 'deadline.event.correct',
};
/** The steps that came with the desk, and how others are named after their time. */
const steps: [RegExp, MessageId][] = [
  [/^half$/, 'plan.step.half'], [/^warn$/, 'plan.step.warn'], [/^due$/, 'plan.step.due'], [/^over_day/, 'plan.step.overDay'], [/^over_h(\d+)/, 'plan.step.overHours'],
  [/^over_(\d+)$/, 'plan.step.over'], [/^pre_legal_(\d+)$/, 'plan.step.preLegal'], [/^p(\d+)/, 'plan.step.share'],
];
const corrections: Record<string, MessageId> = {
  bounced: 'deadline.correct.bounced', failed: 'deadline.correct.failed', undone: 'deadline.correct.undone', stands: 'deadline.correct.stands', calendar: 'deadline.correct.calendar',
};
const states: Record<string, MessageId> = {
  scheduled: 'reminder.scheduled', claimed: 'reminder.scheduled', fired: 'reminder.fired', obsolete: 'reminder.obsolete', cancelled: 'reminder.obsolete', skipped: 'reminder.skipped',
};

const field = (params: unknown, name: string): unknown => (typeof params === 'object' && params !== null ? (params as Record<string, unknown>)[name] : undefined);

/** What happened to a clock, as a sentence. */
export function eventWords(event: ClockEvent, t: Translate, formats: Formats): string {
  const reason = field(event.params, 'reason') ?? field(event.params, 'outcome');
  const note = field(event.params, 'note');
  const due = field(event.params, 'due') ?? field(event.params, 'dueAt');
  const said = typeof note === 'string' ? (corrections[note] ? t(corrections[note]) : note) : reasonWords(typeof reason === 'string' ? reason : null, t);
  const id = sentences[event.type];
  const dueWords = typeof due === 'number' || typeof due === 'string' ? formats.full(new Date(due).toISOString()) : '';
  const words = id ? t(id, { when: dueWords }) : event.type;
  return said ? t('deadline.event.because', { what: words, why: said }) : words;
}

export function stepWords(step: string, t: Translate): string {
  for (const [pattern, id] of steps) {
    const hit = pattern.exec(step);
    if (hit) return t(id, { number: Number(hit[1] ?? 0) });
  }
  return step;
}

export function reminderState(state: string, t: Translate): string {
  const id = states[state];
  return id ? t(id) : state;
}
