import { compileCalendar, type CalendarDefinition } from '@kaiku/deadlines';
import { aPlan, definitionOf, golden } from '@kaiku/deadlines/testing';
import type { ClockRow } from './clock.queries';
import { causeOf, clockFacts, paramsOf } from './reminder.rules';

const compiled = (definition: CalendarDefinition) => compileCalendar(definition, { from: '2026-01-01', to: '2028-01-01' });
const OFFICE = compiled(definitionOf(golden().calendars.OFFICE!));
const ALWAYS = compiled(definitionOf(golden().calendars.ALWAYS!));
const HOUR = 3_600_000;
/** Eight hours from Friday 14:00: due Monday 13:00. */
const ROW: ClockRow = { state: 'running', dueAt: '2026-11-23T11:00:00Z', targetMs: 8 * HOUR, unit: 'business_seconds', calendarVersionId: 'v', plan: [...aPlan, { step: 'each', at: { dailyAfterDue: true, max: 10 }, to: ['supervisor'], critical: false }] };
const facts = (now: string, step = 'warn', row: Partial<ClockRow> = {}, calendar = OFFICE) => clockFacts({ ...ROW, ...row }, calendar, step, new Date(now));

test('the numbers are those of the moment: working time, and the wall', () => {
  const clock = facts('2026-11-23T09:24:00Z');
  expect(clock).toMatchObject({ running: true, dueAt: '2026-11-23T11:00:00.000Z', remainingWorkMs: 1.6 * HOUR, consumedWorkMs: 6.4 * HOUR, targetWorkMs: 8 * HOUR, opensAndCloses: true });
  expect(facts('2026-11-20T15:00:00Z')).toMatchObject({ remainingWorkMs: 5 * HOUR, consumedWorkMs: 3 * HOUR });
  expect(paramsOf({ reminderId: 'r', deadlineId: 'd', subjectId: 's', step: 'warn', metric: 'first_reply', late: false, critical: false, to: [] }, facts('2026-11-20T15:00:00Z'), new Date('2026-11-20T15:00:00Z'))).toMatchObject({ metric: 'FIRST_REPLY', remainingWorkMs: 5 * HOUR, remainingWallMs: 68 * HOUR });
});

test('over the due time it is below zero, by working time', () => {
  expect(facts('2026-11-24T07:00:00Z')).toMatchObject({ remainingWorkMs: -5 * HOUR, consumedWorkMs: 13 * HOUR });
});

test('elapsed time needs no calendar; without one no working time is told', () => {
  expect(clockFacts({ ...ROW, unit: 'calendar_seconds' }, null, 'warn', new Date('2026-11-23T09:00:00Z'))).toMatchObject({ remainingWorkMs: 2 * HOUR, opensAndCloses: false });
  expect(clockFacts(ROW, null, 'warn', new Date('2026-11-23T09:00:00Z'))).toMatchObject({ remainingWorkMs: null, consumedWorkMs: null, opensAndCloses: false });
  expect(facts('2026-11-23T09:00:00Z', 'warn', { dueAt: null, targetMs: null })).toMatchObject({ dueAt: null, remainingWorkMs: null });
});

test('only clocks of opening hours keep quiet by themselves', () => {
  expect([facts('2026-11-23T09:00:00Z', 'warn', {}, ALWAYS), facts('2026-11-23T09:00:00Z', 'warn', { unit: 'calendar_days' }), facts('2026-11-23T09:00:00Z', 'warn', { unit: 'business_days' }), facts('2026-11-23T09:00:00Z', 'warn', { unit: 'fixed' })].map((f) => f.opensAndCloses)).toEqual([false, false, true, false]);
});

test('what is told is read from the clock and the plan, not from the name of a step', () => {
  const of = (now: string, step: string) => [facts(now, step).kind, causeOf(facts(now, step), new Date(now))];
  expect(of('2026-11-23T10:59:59.999Z', 'warn')).toEqual(['on_the_way', 'deadline_warn']);
  expect(of('2026-11-23T11:00:00Z', 'due')).toEqual(['on_the_way', 'deadline_late']);
  expect(of('2026-11-23T15:00:00Z', 'over_1')).toEqual(['after', 'deadline_escalated']);
  expect(of('2026-11-25T06:00:00Z', 'each_2')).toEqual(['daily', 'deadline_escalated']);
  expect(of('2026-11-25T06:00:00Z', 'gone_from_the_plan')).toEqual(['on_the_way', 'deadline_late']);
});

test.each(['paused', 'suspended', 'met', 'late', 'cancelled', 'waived', 'error'])('%s does not run', (state) => {
  expect(facts('2026-11-23T09:00:00Z', 'warn', { state }).running).toBe(false);
});
