import { createIntl } from 'react-intl';
import en from '../../i18n/en.json';
import fi from '../../i18n/fi.json';
import roomsEn from '../../i18n/rooms/en.json';
import roomsFi from '../../i18n/rooms/fi.json';
import roomsSv from '../../i18n/rooms/sv.json';
import sv from '../../i18n/sv.json';
import { formatsFor } from '../../i18n/formats';
import type { Translate } from '../../i18n/intl';
import { definitionOf, draftOf, faultsOf, homeless, hoursSummary, sameDraft } from './calendar-draft';
import { planDraft, samePlan, stepName, stepsOf } from './plan-draft';
import { stepSentence } from './plan-words';
import { conditionSentence, policyDraft, samePolicy, sentAmount, shownAmount, targetsOf } from './policy-draft';
import { readTime, stepTime } from '../../ui/times';

const catalogues = { en: { ...en, ...roomsEn }, fi: { ...fi, ...roomsFi }, sv: { ...sv, ...roomsSv } };
const translate = (locale: keyof typeof catalogues): Translate => {
  const intl = createIntl({ locale, messages: catalogues[locale] });
  return (id, values) => intl.formatMessage({ id }, values);
};

describe('times of day', () => {
  it.each([['8', '08:00'], ['8.30', '08:30'], ['8:30', '08:30'], ['0830', '08:30'], [' 17 ', '17:00'], ['24', '24:00'], ['24.00', '24:00'], ['24:15', null], ['25', null], ['8.75', null], ['', null], ['aamu', null]])('"%s" is %s', (typed, time) => expect(readTime(typed)).toBe(time));
  it('are moved by quarters within the day', () => expect([stepTime('08:00', 15), stepTime('08:00', -15), stepTime('00:00', -15), stepTime('23:50', 15)]).toEqual(['08:15', '07:45', '00:00', '24:00']));
});

describe('a calendar in its form', () => {
  const definition = {
    __typename: 'CalendarDefinition' as const, zone: 'Europe/Helsinki', always: false,
    weekly: [1, 2, 3, 4, 5].map((isoDay) => ({ __typename: 'WeeklyHours' as const, isoDay, from: '08:00', to: '17:00' })).concat([{ __typename: 'WeeklyHours', isoDay: 6, from: '09:00', to: '14:00' }]),
    days: [{ __typename: 'CalendarDay' as const, date: '2026-12-25', kind: 'CLOSED' as const, source: 'LAW' as const, label: 'Joulupäivä', keepSpill: false, intervals: [] }],
  };
  it('comes back as it was', () => {
    const draft = draftOf('Toimisto', definition);
    expect(sameDraft(draft, draftOf('Toimisto', definition))).toBe(true);
    expect(definitionOf(draft).weekly[5]).toEqual({ isoDay: 6, from: '09:00', to: '14:00' });
    expect(sameDraft({ ...draft, weekly: draft.weekly.slice(1) }, draft)).toBe(false);
  });
  it('says days in a row once', () => {
    expect(hoursSummary(definition.weekly, formatsFor('fi', 'Europe/Helsinki'))).toBe('ma–pe 8.00–17.00 · la 9.00–14.00');
    expect(hoursSummary(definition.weekly, formatsFor('en', 'Europe/Helsinki'))).toBe('Mon–Fri 8:00–17:00 · Sat 9:00–14:00');
    expect(hoursSummary([], formatsFor('en', 'Europe/Helsinki'))).toBe('');
  });
  it('finds faults by their path, written either way, and shows the others at the top', () => {
    const faults = faultsOf([{ path: 'weekly[2].to', message: 'a' }, { path: 'days.0.intervals.1.from', message: 'b' }, { path: 'elsewhere', message: 'c' }]);
    expect(faults).toEqual({ 'weekly.2.to': 'a', 'days.0.intervals.1.from': 'b', elsewhere: 'c' });
    expect(homeless(faults, (path) => /^(weekly|days)\./.test(path))).toEqual(['c']);
  });
});

describe('a policy in its form', () => {
  it.each([
    ['BUSINESS_SECONDS', 7200, 'WORK_HOURS', '2'], ['BUSINESS_SECONDS', 1800, 'WORK_MINUTES', '30'], ['BUSINESS_SECONDS', 5400, 'WORK_MINUTES', '90'], ['CALENDAR_SECONDS', 86_400, 'PLAIN_HOURS', '24'],
    ['BUSINESS_DAYS', 2, 'BUSINESS_DAYS', '2'], ['CALENDAR_MONTHS', 1, 'CALENDAR_MONTHS', '1'], ['FIXED', 0, 'FIXED', '0'],
  ] as const)('%s %d is shown as %s %s, and sent as it was', (unit, amount, shownUnit, typed) => {
    expect(shownAmount(unit, amount)).toEqual({ unit: shownUnit, amount: typed });
    expect(sentAmount(shownUnit, typed)).toEqual({ unit, amount });
  });
  it('takes a decimal comma, and sends nothing rather than a guess', () => expect([sentAmount('WORK_HOURS', '1,5').amount, sentAmount('WORK_HOURS', 'pari').amount]).toEqual([5400, 0]));
  const policy = {
    __typename: 'DeadlinePolicy' as const, id: 'p', name: 'Reklamaatiot', rank: 10, active: true, version: 3, openDeadlines: 4,
    conditions: { __typename: 'PolicyConditions' as const, kinds: ['complaint'], channels: null, priorities: ['high', 'urgent'], languages: ['fi'], tags: null, customerTiers: null, answerWanted: null },
    targets: [{ __typename: 'PolicyTarget' as const, metric: 'FIRST_REPLY' as const, priority: '*', unit: 'BUSINESS_DAYS' as const, amount: 1, calendarId: null, roll: 'none', retargetGraceMs: 1_800_000, pauseStatuses: [], reminderPlanId: null, automaticAck: false, legal: false, bufferBusinessDays: 1 }],
  };
  it('comes back as it was', () => {
    expect(samePolicy(policyDraft(policy), policyDraft(policy))).toBe(true);
    const { __typename, ...sent } = policy.targets[0]!;
    expect(targetsOf(policyDraft(policy))).toEqual([sent]);
  });
  it('says its conditions as a sentence', () => {
    expect(conditionSentence(policy.conditions, translate('en'))).toBe('Tickets whose kind is complaint, with priority high or urgent, in Finnish');
    expect(conditionSentence(policy.conditions, translate('fi'))).toBe('Tiketit, joiden laji on reklamaatio ja joiden kiireellisyys on korkea tai kiireellinen ja joiden kieli on suomi');
    expect(conditionSentence({}, translate('sv'))).toBe('Alla ärenden');
  });
});

describe('a reminder plan in its form', () => {
  const step = (more: object) => ({ __typename: 'ReminderStep' as const, step: 'warn', percent: null, afterDueBusinessHours: null, dailyAfterDue: null, max: null, beforeLegalBusinessDays: null, to: ['assignee'], critical: false, ...more });
  const plan = { __typename: 'ReminderPlan' as const, id: 'r', name: 'Tavallinen', version: 1, steps: [step({ percent: 80 }), step({ step: 'over_1', afterDueBusinessHours: 4, to: ['lead'] }), step({ step: 'over_day', dailyAfterDue: true, max: 10 }), step({ step: 'pre_legal_5', beforeLegalBusinessDays: 5 })] };
  it('comes back as it was', () => {
    expect(samePlan(planDraft(plan), planDraft(plan))).toBe(true);
    expect(stepsOf(planDraft(plan))).toEqual([
      { step: 'warn', to: ['assignee'], critical: false, percent: 80 }, { step: 'over_1', to: ['lead'], critical: false, afterDueBusinessHours: 4 },
      { step: 'over_day', to: ['assignee'], critical: false, dailyAfterDue: true, max: 10 }, { step: 'pre_legal_5', to: ['assignee'], critical: false, beforeLegalBusinessDays: 5 },
    ]);
  });
  it('names a step after its time', () => expect([stepName({ instant: 'percent', amount: '90' }), stepName({ instant: 'percent', amount: '100' }), stepName({ instant: 'afterDueBusinessHours', amount: '1,5' })]).toEqual(['p90', 'due', 'over_h1_5']));
  it('says a step as a sentence', () => expect(planDraft(plan).steps.map((each) => stepSentence(each, translate('fi')))).toEqual([
    'Kun ajasta on käytetty 80 %', '4 työtuntia määräajan jälkeen', 'Päivittäin määräajan jälkeen, enintään 10 kertaa', '5 työpäivää ennen viimeistä päivää',
  ]));
});
