import { eventsOf, targetOf } from '../testing/clocks';
import { definitionOf, golden } from '../testing/golden';
import { compileCalendar } from './calendar';
import { fold, type ClockEvent } from './clock';
import { mergeClocks, splitClock, unmergeClock } from './merge';

const office = compileCalendar(definitionOf(golden().calendars['OFFICE']!), { from: '2025-01-01', to: '2028-01-01' });
const calendars = () => office;
const at = (day: string, time: string): string => `2026-11-${day}T${time}:00+02:00`;
const ms = (day: string, time: string): number => Date.parse(at(day, time));
const state = (events: readonly ClockEvent[], now: number) => fold(events, calendars, now);
const target = targetOf(8 * 3600);
const terms = { target, calendar: 'OFFICE' };
const merge = (from: ClockEvent[], into: ClockEvent[], change = {}) => {
  const merged = mergeClocks(from, into, { at: ms('17', '12:00'), target, calendar: 'OFFICE', calendars, reason: 'merged', ...change });
  return { merged, from: [...from, ...merged.from], into: [...into, ...merged.into] };
};

describe('merging clocks', () => {
  const early = eventsOf([at('16', '15:00'), 'start', terms]);
  const late = eventsOf([at('17', '10:00'), 'start', terms]);
  it('keeps the earliest start and due time, and cancels the other one', () => {
    const both = merge(early, late);
    expect(state(both.into, ms('17', '13:00'))).toMatchObject({ state: 'running', startedAt: ms('16', '15:00'), dueAt: ms('17', '14:00') });
    expect(state(both.from, ms('17', '13:00'))).toMatchObject({ state: 'cancelled', outcomeReason: 'merged' });
  });
  it('is never due later than either was', () => {
    const tight = eventsOf([at('17', '10:00'), 'start', { ...terms, target: targetOf(7200) }]);
    expect(state(merge(tight, eventsOf([at('17', '11:00'), 'start', terms])).into, ms('17', '12:00'))).toMatchObject({ startedAt: ms('17', '10:00'), dueAt: ms('17', '12:00') });
    const agreed = eventsOf([at('17', '10:00'), 'start', terms], [at('17', '11:00'), 'fix', { due: ms('17', '16:00'), reason: 'agreed' }]);
    expect(state(merge(late, agreed).into, ms('17', '12:00'))).toMatchObject({ dueAt: ms('17', '16:00'), fixed: true });
  });
  it('keeps the pauses that both had, running or over', () => {
    const a = eventsOf([at('16', '08:00'), 'start', terms], [at('16', '10:00'), 'pause'], [at('16', '15:00'), 'resume'], [at('17', '09:00'), 'pause']);
    const b = eventsOf([at('16', '09:00'), 'start', terms], [at('16', '12:00'), 'pause'], [at('16', '16:00'), 'resume'], [at('17', '11:00'), 'pause']);
    expect(state(merge(a, b).into, ms('17', '12:00'))).toMatchObject({ state: 'paused', pauses: [{ from: ms('16', '12:00'), to: ms('16', '15:00') }, { from: ms('17', '11:00'), to: null }] });
  });
  it('takes the clock over when there is none, and leaves finished ones alone', () => {
    expect(state(merge(early, []).into, ms('17', '12:00'))).toMatchObject({ state: 'running', startedAt: ms('16', '15:00') });
    const done = eventsOf([at('16', '15:00'), 'start', terms], [at('16', '16:00'), 'stop', { outcome: 'replied' }]);
    expect(merge(done, late).merged).toEqual({ from: [], into: [] });
  });
  it('is taken back by one event of each', () => {
    const both = merge(early, late);
    const back = (events: ClockEvent[], added: readonly ClockEvent[]) => [...events, ...unmergeClock(events, added, ms('17', '13:00'), 'not the same matter')];
    const plain = (events: readonly ClockEvent[]) => ({ ...state(events, ms('17', '14:00')), ignored: [] });
    expect(plain(back(both.into, both.merged.into))).toEqual(plain(late));
    expect(plain(back(both.from, both.merged.from))).toEqual(plain(early));
  });
});

it('a clock that is split off starts with the message', () => {
  expect(state(splitClock(ms('16', '15:00'), target, 'OFFICE'), ms('17', '12:00'))).toMatchObject({ startedAt: ms('16', '15:00'), dueAt: ms('17', '14:00') });
});
