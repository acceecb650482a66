import * as fc from 'fast-check';
import { calendarIn, compiled, duration, enough, instant, lifeOf, RUNS } from '../testing/arbitraries';
import { eventsOf, targetOf, type Written } from '../testing/clocks';
import { ZONES } from '../testing/random';
import { countUpTo } from './business-time';
import { openMs, type CompiledCalendar } from './calendar';
import { fold, type ClockEvent, type ClockState } from './clock';
import { instantsOf } from './event-order';
import { mergeClocks, unmergeClock } from './merge';
import { RunningClock } from './running-clock';

const HOUR = 3_600_000;
const LONG = 60 * 24 * HOUR;
const wait = fc.integer({ min: 0, max: 60 * HOUR });
const start = (ms: number) => ({ target: targetOf(ms / 1000), calendar: 'one' });
const bare = (state: ClockState) => ({ ...state, ignored: [] });

describe.each(ZONES)('a clock in %s', (zone) => {
  const life = fc.tuple(calendarIn(zone), instant, duration, wait, wait);
  const holds = (check: (cal: CompiledCalendar, t: number, ms: number, a: number, b: number) => void) =>
    fc.assert(fc.property(life, ([def, t, ms, a, b]) => {
      const cal = compiled(def);
      enough(cal, t, ms + 150 * HOUR);
      check(cal, t, ms, a, b);
    }), RUNS);
  const lives = (ends: boolean, check: (events: ClockEvent[], calendars: (id: string) => CompiledCalendar, now: number, dice: number) => void) =>
    fc.assert(fc.property(calendarIn(zone), calendarIn(zone), lifeOf(ends), fc.integer({ min: 0, max: 1 << 20 }), (one, two, events, dice) => {
      const cals = { one: compiled(one), two: compiled(two) };
      check(events, (id) => cals[id as 'one' | 'two'], events[0]!.at + (dice % 300) * HOUR, dice);
    }), RUNS);

  it('DL-I8 is not changed by a pause and its end in one instant', () => holds((cal, t, ms, a, b) => {
    const now = t + a + b;
    const with_ = fold(eventsOf([t, 'start', start(ms)], [t + a, 'pause'], [t + a, 'resume']), () => cal, now);
    expect(bare(with_)).toEqual(bare(fold(eventsOf([t, 'start', start(ms)]), () => cal, now)));
  }));
  it('DL-I9 is not changed by a pause while it is closed', () => holds((cal, t, ms, a, b) => {
    const i = countUpTo(cal.closes, t + a);
    const [closes, opens] = [cal.closes[i]!, cal.opens[i + 1]!];
    const [from, to] = [Math.max(t, closes), closes + Math.floor((opens - closes) * ((b % 97) / 97))];
    fc.pre(to >= from);
    const plain = fold(eventsOf([t, 'start', start(ms)]), () => cal, opens + b);
    const paused = fold(eventsOf([t, 'start', start(ms)], [from, 'pause'], [to, 'resume']), () => cal, opens + b);
    expect([paused.usedMs, paused.dueAt, paused.breachedAt]).toEqual([plain.usedMs, plain.dueAt, plain.breachedAt]);
  }));
  it('DL-I10 is not due earlier for a pause', () => holds((cal, t, ms, a, b) => {
    const now = t + a + b;
    for (const target of [targetOf(ms / 1000), targetOf(1 + (ms % 4), { unit: 'business_days' }), targetOf(1 + (ms % 9), { unit: 'calendar_days' })]) {
      const of = (...more: Written[]) => fold(eventsOf([t, 'start', { target, calendar: 'one' }], ...more), () => cal, now);
      const [plain, paused] = [of(), of([t + a, 'pause'], [now, 'resume'])];
      expect(paused.dueAt! >= plain.dueAt!).toBe(true);
      expect(paused.usedMs).toBeLessThanOrEqual(plain.usedMs);
      if (target.unit === 'business_seconds' && paused.breachedAt === null) expect(openMs(cal, t, paused.dueAt!) - openMs(cal, t + a, now)).toBe(ms);
    }
  }));
  it('DL-I15 has used and left what was promised, at any time, and is overdue when nothing is left', () => holds((cal, t, ms, a, b) => {
    const [paused, resumed] = [t + Math.floor(a / 8), t + Math.floor(a / 8) + Math.floor(b / 8)];
    const events = eventsOf([t, 'start', start(ms)], [paused, 'pause'], [resumed, 'resume']);
    for (const later of [0, 1, ms, a, b, a + b]) {
      const now = resumed + later;
      const state = fold(events, () => cal, now);
      expect(state.usedMs + state.remainingMs!).toBe(ms);
      expect(state.usedMs).toBe(openMs(cal, t, now) - openMs(cal, paused, resumed));
      expect(state.remainingMs! > 0).toBe(now < state.dueAt!);
    }
    const days = fold(eventsOf([t, 'start', { target: targetOf(2, { unit: 'business_days' }), calendar: 'one' }]), () => cal, t + a);
    expect([days.remainingMs! > 0, days.usedMs + days.remainingMs!]).toEqual([t + a < days.dueAt!, openMs(cal, t, days.dueAt!)]);
  }));
  it('DL-I17 is the same whether it is folded at once or looked at on the way', () => lives(true, (events, calendars, now, dice) => {
    const clock = new RunningClock(calendars, []);
    let last = events[0]!.at;
    for (const group of instantsOf(events, [])) {
      for (const event of group) {
        if (clock.startedAt !== null && !clock.ended) for (const part of [7, 3, 2]) clock.advance(last + Math.floor((event.at - last) / part));
        clock.advance(event.at);
        clock.apply(event);
        last = event.at;
      }
    }
    const state = fold(events, calendars, Math.max(now, last) + (dice % 7));
    expect({ used: clock.used.ms, due: clock.dueNow, breached: clock.breachedAt, segments: clock.segments, pauses: clock.pauses, ended: clock.ended?.state }).toEqual({ used: state.usedMs, due: state.dueAt, breached: state.breachedAt, segments: state.segments, pauses: state.pauses, ended: state.state });
  }));
  it('DL-I18 is the same however often and from whatever order it is folded', () => lives(false, (events, calendars, now, dice) => {
    const frozen = events.map((e) => Object.freeze(e));
    const shuffled = frozen.toSorted((a, b) => ((a.seq * 7919 + dice) % 31) - ((b.seq * 7919 + dice) % 31));
    expect(fold(shuffled, calendars, now)).toEqual(fold(frozen, calendars, now));
    expect(fold(frozen, calendars, now)).toEqual(fold(frozen, calendars, now));
  }));
  it('DL-I19 has used the same in whatever order things of one instant were written down', () => lives(true, (events, calendars, now, dice) => {
    const renumbered = events.map((e) => ({ ...e, seq: ((e.seq * 7919 + dice) % 101) + 1 }));
    const [written, other] = [fold(events, calendars, now + LONG), fold(renumbered, calendars, now + LONG)];
    expect([other.usedMs, other.state, other.stoppedAt]).toEqual([written.usedMs, written.state, written.stoppedAt]);
  }));
  it('DL-I20 ends the same from a pause as from its end', () => holds((cal, t, ms, a, b) => {
    const of = (...more: Written[]) => {
      const { state, usedMs, dueAt, breachedAt, stoppedAt, remainingMs, pauses } = fold(eventsOf([t, 'start', start(ms)], [t + a, 'pause'], ...more), () => cal, t + LONG);
      return { state, usedMs, dueAt, breachedAt, stoppedAt, remainingMs, pauses };
    };
    const stop = [t + a + b + 1, 'stop', { outcome: 'solved' }] as const;
    expect(of(stop)).toEqual(of([t + a + b + 1, 'resume'], stop));
    expect(of(stop)).toMatchObject({ stoppedAt: t + a + b + 1, usedMs: openMs(cal, t, t + a) });
  }));
  const merging = (check: (one: ClockEvent[], two: ClockEvent[], merge: Parameters<typeof mergeClocks>[2], calendars: (id: string) => CompiledCalendar) => void) =>
    lives(false, (a, calendars, _now, dice) => {
      const shift = (dice % 40) * HOUR;
      const b = eventsOf([a[0]!.at + shift, 'start', start((1 + (dice % 19)) * HOUR)], [a[0]!.at + shift + (dice % 13) * HOUR, 'pause'], [a[0]!.at + shift + (dice % 29) * HOUR + HOUR * 14, 'resume']);
      const at = Math.max(...a.map((e) => e.at), ...b.map((e) => e.at));
      check(a, b, { at, target: targetOf((1 + (dice % 11)) * 3600), calendar: 'one', calendars, reason: 'merged' }, calendars);
    });
  it('DL-I21 is merged with the same start and due time either way', () => merging((a, b, merge, calendars) => {
    const [ab, ba] = [fold([...b, ...mergeClocks(a, b, merge).into], calendars, merge.at), fold([...a, ...mergeClocks(b, a, merge).into], calendars, merge.at)];
    expect([ab.startedAt, ab.dueAt, ab.state]).toEqual([ba.startedAt, ba.dueAt, ba.state]);
    expect(ab.startedAt).toBe(Math.min(a[0]!.at, b[0]!.at));
    for (const before of [fold(a, calendars, merge.at).dueAt, fold(b, calendars, merge.at).dueAt]) if (before !== null && ab.dueAt !== null) expect(ab.dueAt).toBeLessThanOrEqual(before);
  }));
  it('DL-I22 is what it was when a merge is taken back', () => merging((a, b, merge, calendars) => {
    const merged = mergeClocks(a, b, merge);
    const later = merge.at + 5 * HOUR;
    for (const [events, added] of [[a, merged.from], [b, merged.into]] as const) {
      const back = [...events, ...added, ...unmergeClock([...events, ...added], added, later, 'another matter')];
      expect(bare(fold(back, calendars, later))).toEqual(bare(fold(events, calendars, later)));
    }
    expect(fold([...a, ...merged.from], calendars, later).state).toBe('cancelled');
  }));
});
