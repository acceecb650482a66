import { compileCalendar, DeadlineError, fold, type CompiledCalendar, type Metric } from '../engine';
import { targetFor, type PolicyAttributes, type PolicyTarget, type ReminderStep } from '../policy';
import type { PolicySheet } from '../policy-book';
import type { SubjectFacts } from '../signals';
import type { Desk } from '../subject/subject-work';
import { definitionOf, golden } from './golden';

const HOUR = 3600;

/** A target in business hours unless told otherwise. */
export const aTarget = (metric: Metric, hours: number, more: Partial<PolicyTarget> = {}): PolicyTarget => ({
  metric, priority: '*', unit: 'business_seconds', amount: hours * HOUR, calendarId: null, roll: 'none', retargetGraceMs: 0,
  pauseStatuses: ['resolution', 'progress_update'].includes(metric) ? ['waiting_customer'] : [], reminderPlanId: 'plan', automaticAck: metric === 'acknowledge', legal: metric === 'statutory', bufferBusinessDays: 1, ...more,
});

export const aPlan: readonly ReminderStep[] = [
  { step: 'half', at: { percent: 50 }, to: ['assignee', 'team'], critical: false },
  { step: 'warn', at: { percent: 80 }, to: ['assignee'], critical: false },
  { step: 'due', at: { percent: 100 }, to: ['assignee', 'lead'], critical: true },
  { step: 'over_1', at: { afterDueBusinessHours: 4 }, to: ['lead'], critical: false },
  { step: 'over_2', at: { afterDueBusinessHours: 8 }, to: ['lead'], critical: false },
];

export interface TestPolicy {
  readonly id: string;
  readonly holds: (attributes: PolicyAttributes) => boolean;
  readonly targets: readonly PolicyTarget[];
}

const compiled = new Map<string, CompiledCalendar>();

/** One of the calendars of the committed cases, compiled once. */
export function calendarOfCases(name: string): CompiledCalendar | null {
  const definition = golden().calendars[name];
  if (!definition) return null;
  let calendar = compiled.get(name);
  if (!calendar) compiled.set(name, (calendar = compileCalendar(definitionOf(definition), { from: '2024-01-01', to: '2030-01-01' })));
  return calendar;
}

/** Policies given by hand over the calendars of the committed cases; calendar ids are their names, and OFFICE is the default. */
export const testSheet = (policies: readonly TestPolicy[], plan: readonly ReminderStep[] = aPlan): PolicySheet => ({
  asksTier: true,
  policyFor(attributes) {
    const found = policies.find((p) => p.holds(attributes));
    return found ? { policyId: found.id, policyVersionId: found.id, targets: found.targets } : null;
  },
  targetFor: (id, metric, priority) => targetFor(policies.find((p) => p.id === id)?.targets ?? [], metric, priority),
  calendarVersionFor: (target) => target.calendarId ?? 'OFFICE',
  defaultCalendarVersionId: () => 'OFFICE',
  calendar: calendarOfCases,
  plan: (id) => (id ? plan : []),
});

export const everything = (metrics: Partial<Record<Metric, PolicyTarget>>): TestPolicy => ({ id: 'policy', holds: () => true, targets: Object.values(metrics) });

let ids = 0;
export function testDesk(sheet: PolicySheet, now: string | Date): Desk {
  const calendars = (id: string): CompiledCalendar => {
    const calendar = sheet.calendar(id);
    if (!calendar) throw new DeadlineError('calendar.never_open');
    return calendar;
  };
  return { sheet, calendars, zone: 'Europe/Helsinki', fold: (events, at) => fold(events, calendars, at), newId: () => `cycle-${++ids}`, now: new Date(now), actorId: 'agent-1' };
}

export const someFacts = (more: Partial<SubjectFacts> = {}): SubjectFacts => ({
  kind: 'question', channel: 'email', priority: 'normal', language: 'fi', tags: [], customerTier: null, answerWanted: true,
  status: 'new', teamId: 'team-1', assigneeId: null, receivedAt: new Date('2026-11-16T08:00:00Z'), hasHumanReply: false, ...more,
});
