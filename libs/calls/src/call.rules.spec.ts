import { InvalidInput } from '@kaiku/kernel';
import { callNumber, callTimes, decideEffect } from './call.rules';
import { CallNumberInvalid } from './calls.problems';

const NOW = new Date('2026-11-23T09:00:00Z');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const fieldsOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return (error as InvalidInput).fields.map((f) => `${f.path}:${f.code}`);
  }
  return [];
};

test.each([
  ['past times', { startedAt: at(-10), endedAt: at(-5), outcome: 'solved' as const }, []],
  ['a clock a little ahead', { startedAt: at(2), endedAt: at(3), outcome: 'solved' as const }, []],
  ['begun tomorrow', { startedAt: at(1440), outcome: 'solved' as const }, ['startedAt:in_the_future']],
  ['ended before it began', { startedAt: at(-5), endedAt: at(-6), outcome: 'solved' as const }, ['endedAt:ends_before_it_starts']],
  ['ends tomorrow', { startedAt: at(-5), endedAt: at(1440), outcome: 'solved' as const }, ['endedAt:in_the_future']],
  ['call back, no time', { startedAt: at(-5), outcome: 'call_back' as const }, ['callBackAt:required']],
  ['call back yesterday', { startedAt: at(-5), callBackAt: at(-1440), outcome: 'call_back' as const }, ['callBackAt:in_the_past']],
])('%s', (_, given, fields) => expect(fieldsOf(() => callTimes(given, NOW))).toEqual(fields));

test('times ahead within the allowance become now, so that no entry lies in the future', () => expect(callTimes({ startedAt: at(2), endedAt: at(3), outcome: 'solved' }, NOW)).toEqual({ startedAt: NOW, endedAt: NOW, callBackAt: null }));
test('a call-back time without a promise is dropped', () => expect(callTimes({ startedAt: at(-5), callBackAt: at(60), outcome: 'solved' }, NOW).callBackAt).toBeNull());

test.each([null, undefined, '', '  '])('%j is a hidden number', (typed) => expect(callNumber(typed)).toBeNull());
test.each(['abc', '12', 'Matti 040', '0'.repeat(30), '\ud800'])('%j is no number', (typed) => expect(() => callNumber(typed)).toThrow(CallNumberInvalid));

test.each([
  ['new', 'solved', 'solve'], ['waiting_customer', 'solved', 'solve'], ['snoozed', 'solved', 'solve'], ['solved', 'solved', 'none'], ['closed', 'solved', 'none'],
  ['new', 'needs_work', 'open'], ['snoozed', 'call_back', 'open'], ['open', 'needs_work', 'none'], ['closed', 'needs_work', 'follow_up'], ['merged', 'solved', 'follow_up'], ['spam', 'call_back', 'follow_up'],
] as const)('%s ticket, %s: %s', (status, outcome, effect) => expect(decideEffect({ status, solvedAt: at(-60).toISOString() }, outcome, NOW)).toBe(effect));
test('a solved ticket reopens inside the window only', () => {
  expect(decideEffect({ status: 'solved', solvedAt: at(-13 * 1440).toISOString() }, 'needs_work', NOW)).toBe('reopen');
  expect(decideEffect({ status: 'solved', solvedAt: at(-15 * 1440).toISOString() }, 'needs_work', NOW)).toBe('follow_up');
});
