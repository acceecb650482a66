import type { DeadlineMetric, DeadlineUnit, PolicyConditionsInput, PolicyFieldsFragment, PolicyTargetInput } from '../../graphql/generated/graphql';
import type { Formats } from '../../i18n/formats';
import type { MessageId, Translate } from '../../i18n/intl';
import { targetWords } from '../../ui/target-words';
import { newKey } from './calendar-draft';

/** Words of the closed sets, in the order in which they are shown. */
export const words = {
  kinds: ['question', 'complaint', 'feedback', 'call', 'survey', 'privacy_request'],
  channels: ['email', 'form', 'phone', 'store', 'letter', 'api', 'survey'],
  priorities: ['low', 'normal', 'high', 'urgent'],
  languages: ['fi', 'sv', 'en'],
} as const;
export type WordList = keyof typeof words;

export const wordLabel = (list: WordList, word: string, t: Translate): string => {
  if (list === 'languages') return t(`language.${word}` as MessageId);
  const prefix = { kinds: 'kind', channels: 'channel', priorities: 'priority' }[list];
  return (words[list] as readonly string[]).includes(word) ? t(`${prefix}.${word.toUpperCase()}` as MessageId) : word;
};

/** Units as people choose them: seconds are typed as hours or minutes. */
export const units = ['WORK_MINUTES', 'WORK_HOURS', 'BUSINESS_DAYS', 'PLAIN_HOURS', 'CALENDAR_DAYS', 'CALENDAR_MONTHS', 'FIXED'] as const;
export type ShownUnit = (typeof units)[number];
const seconds: Partial<Record<ShownUnit, { unit: DeadlineUnit; each: number }>> = {
  WORK_MINUTES: { unit: 'BUSINESS_SECONDS', each: 60 }, WORK_HOURS: { unit: 'BUSINESS_SECONDS', each: 3600 }, PLAIN_HOURS: { unit: 'CALENDAR_SECONDS', each: 3600 },
};

export const metrics: DeadlineMetric[] = ['ACKNOWLEDGE', 'FIRST_REPLY', 'NEXT_REPLY', 'PROGRESS_UPDATE', 'DECISION', 'REMEDY', 'RESOLUTION', 'CALLBACK', 'STATUTORY'];
export const mayPause: DeadlineMetric[] = ['RESOLUTION', 'PROGRESS_UPDATE', 'REMEDY'];
export const pauses = ['waiting_customer', 'waiting_third_party', 'snoozed'] as const;

export interface TargetDraft {
  key: string; metric: DeadlineMetric; priority: string; unit: ShownUnit; /** As typed, decimal comma or point. */ amount: string;
  calendarId: string | null; reminderPlanId: string | null; roll: string; graceMinutes: string; pauseStatuses: string[]; automaticAck: boolean; legal: boolean; bufferDays: string;
}
export interface PolicyDraft { name: string; kinds: string[]; channels: string[]; priorities: string[]; languages: string[]; tags: string; customerTiers: string; answerWanted: boolean | null; targets: TargetDraft[] }
type Target = PolicyFieldsFragment['targets'][number];

const say = (value: number): string => String(value);

export function shownAmount(unit: DeadlineUnit, amount: number): { unit: ShownUnit; amount: string } {
  if (unit === 'BUSINESS_SECONDS') return amount % 3600 === 0 || amount > 8 * 3600 ? { unit: 'WORK_HOURS', amount: say(amount / 3600) } : { unit: 'WORK_MINUTES', amount: say(amount / 60) };
  return unit === 'CALENDAR_SECONDS' ? { unit: 'PLAIN_HOURS', amount: say(amount / 3600) } : { unit, amount: say(amount) };
}

/** What is sent for what was typed; NaN becomes 0, of which the server says what is wrong. */
export function sentAmount(unit: ShownUnit, typed: string): { unit: DeadlineUnit; amount: number } {
  const value = Number(typed.trim().replace(',', '.'));
  const amount = Number.isFinite(value) ? value : 0;
  const counted = seconds[unit];
  if (counted) return { unit: counted.unit, amount: Math.round(amount * counted.each) };
  return { unit: unit as DeadlineUnit, amount: unit === 'FIXED' ? 0 : amount };
}

const targetDraft = (target: Target): TargetDraft => ({
  key: newKey(), metric: target.metric, priority: target.priority, ...shownAmount(target.unit, target.amount), calendarId: target.calendarId, reminderPlanId: target.reminderPlanId, roll: target.roll,
  graceMinutes: say(target.retargetGraceMs / 60_000), pauseStatuses: [...target.pauseStatuses], automaticAck: target.automaticAck, legal: target.legal, bufferDays: say(target.bufferBusinessDays),
});

export const newTarget = (metric: DeadlineMetric, reminderPlanId: string | null): TargetDraft => ({
  key: newKey(), metric, priority: '*', unit: 'BUSINESS_DAYS', amount: '1', calendarId: null, reminderPlanId, roll: 'none', graceMinutes: '30', pauseStatuses: [], automaticAck: false, legal: false, bufferDays: '1',
});

export function policyDraft(policy: PolicyFieldsFragment): PolicyDraft {
  const { kinds, channels, priorities, languages, tags, customerTiers, answerWanted } = policy.conditions;
  return {
    name: policy.name, kinds: kinds ?? [], channels: channels ?? [], priorities: priorities ?? [], languages: languages ?? [], tags: (tags ?? []).join(', '), customerTiers: (customerTiers ?? []).join(', '),
    answerWanted: answerWanted ?? null, targets: policy.targets.map(targetDraft),
  };
}

export const emptyPolicy = (planId: string | null): PolicyDraft => ({ name: '', kinds: [], channels: [], priorities: [], languages: [], tags: '', customerTiers: '', answerWanted: null, targets: [newTarget('FIRST_REPLY', planId)] });

const list = (text: string): string[] => [...new Set(text.split(',').map((word) => word.trim()).filter(Boolean))];

export function conditionsOf(draft: PolicyDraft): PolicyConditionsInput {
  return { kinds: draft.kinds, channels: draft.channels, priorities: draft.priorities, languages: draft.languages, tags: list(draft.tags), customerTiers: list(draft.customerTiers), answerWanted: draft.answerWanted };
}

const whole = (typed: string, fallback: number): number => { const value = Number(typed.trim().replace(',', '.')); return typed.trim() && Number.isFinite(value) ? value : fallback; };

export function targetsOf(draft: PolicyDraft): PolicyTargetInput[] {
  return draft.targets.map((target) => ({
    metric: target.metric, priority: target.priority, ...sentAmount(target.unit, target.amount), calendarId: target.calendarId, reminderPlanId: target.reminderPlanId, roll: target.roll,
    retargetGraceMs: Math.round(whole(target.graceMinutes, 30) * 60_000), pauseStatuses: target.pauseStatuses, automaticAck: target.automaticAck, legal: target.legal, bufferBusinessDays: Math.round(whole(target.bufferDays, 1)),
  }));
}

export const samePolicy = (a: PolicyDraft, b: PolicyDraft): boolean => a.name.trim() === b.name.trim() && JSON.stringify([conditionsOf(a), targetsOf(a)]) === JSON.stringify([conditionsOf(b), targetsOf(b)]);

type Conditions = { [K in keyof PolicyConditionsInput]?: PolicyConditionsInput[K] };

/** "Complaint or question, by email, high or urgent": what must hold, as one sentence. */
export function conditionSentence(conditions: Conditions, t: Translate): string {
  const either = (id: MessageId, values: readonly string[] | null | undefined): string | null => (values?.length ? t(id, { list: values.join(t('condition.or')) }) : null);
  // Kinds and priorities are written large where they stand alone; names of languages and channels are as they are.
  const named = (set: WordList, values: readonly string[] | null | undefined) => values?.map((word) => (set === 'kinds' || set === 'priorities' ? wordLabel(set, word, t).toLocaleLowerCase() : wordLabel(set, word, t)));
  const parts = [
    either('condition.kinds', named('kinds', conditions.kinds)), either('condition.channels', named('channels', conditions.channels)), either('condition.priorities', named('priorities', conditions.priorities)),
    either('condition.languages', named('languages', conditions.languages)), either('condition.tags', conditions.tags), either('condition.tiers', conditions.customerTiers),
    conditions.answerWanted === true ? t('condition.answerWanted') : conditions.answerWanted === false ? t('condition.noAnswerWanted') : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return t('condition.everything');
  return t('condition.when', { what: parts.join(t('condition.and')) });
}

/** "First reply 2 h (urgent) · First reply 1 working day": the promises in short. */
export function promises(targets: readonly Pick<Target, 'metric' | 'priority' | 'unit' | 'amount'>[], t: Translate, formats: Pick<Formats, 'number'>): string {
  return targets.map(({ metric, priority, unit, amount }) => {
    const name = `${t(`deadline.metric.${metric}`)} ${unit === 'FIXED' ? t('target.fixedShort') : targetWords(unit, amount, t)}`;
    return priority === '*' ? name : `${name} (${wordLabel('priorities', priority, t).toLocaleLowerCase()})`;
  }).join(' · ') || formats.number(0);
}
