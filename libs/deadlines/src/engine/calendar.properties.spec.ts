import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { calendarIn, closure, compiled, duration, enough, hoursWithin, instant, RUNS } from '../testing/arbitraries';
import { clock, ZONES } from '../testing/random';
import { countUpTo } from './business-time';
import { calendarHash, dueAt, isOpen, nextOpen, openMs, startOfDay, type CalendarDefinition } from './calendar';

const spans = (cal: ReturnType<typeof compiled>): string => `${cal.opens.join()} ${cal.closes.join()}`;
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

describe.each(ZONES)('business time in %s', (zone) => {
  const asked = fc.tuple(calendarIn(zone), instant, duration);
  const holds = (check: (cal: ReturnType<typeof compiled>, t: number, ms: number, def: CalendarDefinition) => void) =>
    fc.assert(fc.property(asked, ([def, t, ms]) => {
      const cal = compiled(def);
      enough(cal, t, ms);
      check(cal, t, ms, def);
    }), RUNS);

  it('DL-I1 is open for the whole target until due', () => holds((cal, t, ms) => expect(openMs(cal, t, dueAt(cal, t, ms))).toBe(ms)));
  it('DL-I2 is not open for it one millisecond before, also when it ends at a closing time', () => holds((cal, t, ms) => {
    const next = countUpTo(cal.closes, t);
    for (const target of [ms, ...[0, 1, 2, 3, 6].map((n) => openMs(cal, t, cal.closes[next + n]!))]) expect(openMs(cal, t, dueAt(cal, t, target) - 1)).toBeLessThan(target);
  }));
  it('DL-I3 is later for more', () => holds((cal, t, ms) => expect(dueAt(cal, t, ms + 1)).toBeGreaterThan(dueAt(cal, t, ms))));
  it('DL-I4 is not earlier when it starts later', () => fc.assert(fc.property(asked, instant, ([def, t, ms], other) => {
    const cal = compiled(def);
    enough(cal, Math.max(t, other), ms);
    expect(dueAt(cal, Math.max(t, other), ms)).toBeGreaterThanOrEqual(dueAt(cal, Math.min(t, other), ms));
  }), RUNS));
  it('DL-I5 may be counted in two parts', () => fc.assert(fc.property(asked, duration, ([def, t, a], b) => {
    const cal = compiled(def);
    enough(cal, t, a + b);
    expect(dueAt(cal, dueAt(cal, t, a), b)).toBe(dueAt(cal, t, a + b));
  }), RUNS));
  it('DL-I6 adds up', () => fc.assert(fc.property(calendarIn(zone), instant, instant, instant, (def, a, b, c) => {
    const cal = compiled(def);
    expect(openMs(cal, a, b) + openMs(cal, b, c)).toBe(openMs(cal, a, c));
  }), RUNS));
  it('DL-I7 is neither negative nor more than the time that passed', () => fc.assert(fc.property(calendarIn(zone), instant, fc.integer({ min: 0, max: 10 * 86_400_000 }), (def, a, length) => {
    const cal = compiled(def);
    expect(openMs(cal, a, a + length)).toBeGreaterThanOrEqual(0);
    expect(openMs(cal, a, a + length)).toBeLessThanOrEqual(length);
    const whole = cal.opens.reduce((sum, open, i) => sum + cal.closes[i]! - open, 0);
    expect(openMs(cal, cal.from, cal.to)).toBe(whole);
    for (let i = 0; i < cal.opens.length; i++) expect(cal.closes[i]! > cal.opens[i]! && (i === 0 || cal.opens[i]! > cal.closes[i - 1]!)).toBe(true);
  }), RUNS));
  it('DL-I11 is not made earlier by a closure', () => fc.assert(fc.property(asked, closure, ([def, t, ms], day) => {
    const [cal, closed] = [compiled(def), compiled({ ...def, days: [...def.days.filter((d) => d.date !== day.date), day] })];
    enough(closed, t, ms);
    expect(dueAt(closed, t, ms)).toBeGreaterThanOrEqual(dueAt(cal, t, ms));
    const begins = startOfDay(closed, Date.parse(day.date) / 86_400_000);
    expect(openMs(closed, begins, begins + 20 * 3_600_000)).toBe(0);
  }), RUNS));
  it('DL-I12 is not made later by more hours', () => fc.assert(fc.property(asked, hoursWithin(0, 24), ([def, t, ms], more) => {
    const [cal, longer] = [compiled(def), compiled({ ...def, weekly: [...def.weekly, more] })];
    enough(cal, t, ms);
    expect(dueAt(longer, t, ms)).toBeLessThanOrEqual(dueAt(cal, t, ms));
    expect(openMs(longer, longer.from, longer.to)).toBeGreaterThanOrEqual(openMs(cal, cal.from, cal.to));
  }), RUNS));
  it('DL-I13 does not change when hours are written in two parts, also where the clocks change', () => fc.assert(fc.property(asked, fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }), ([def, t, ms], which, where) => {
    const hours = def.weekly[which % def.weekly.length]!;
    const [from, to] = [minutes(hours.from), minutes(hours.to)];
    const end = to <= from ? 1440 : to;
    const at = clock(from + 1 + (where % Math.max(1, end - from - 1)));
    const parts = [{ ...hours, to: at }, { ...hours, from: at }];
    const [cal, split] = [compiled(def), compiled({ ...def, weekly: at === '24:00' ? def.weekly : def.weekly.flatMap((h) => (h === hours ? parts : [h])) })];
    enough(cal, t, ms);
    expect(spans(split)).toBe(spans(cal));
    expect(dueAt(split, t, ms)).toBe(dueAt(cal, t, ms));
    // The same on every night, where an hour is skipped or comes twice.
    const [first, second, third] = [at, hours.from, hours.to].map((time, n) => (minutes(time) + which * (n + 1)) % 24).sort((a, b) => a - b) as [number, number, number];
    const nights = (...marks: number[]) => compiled({ zone, always: false, days: [], weekly: ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((isoDay) => marks.slice(1).map((end, n) => ({ isoDay, from: clock(marks[n]! * 15), to: clock(end * 15) }))) });
    fc.pre(first < second && second < third);
    const [whole, parted] = [nights(first, third), nights(first, second, third)];
    expect(spans(parted)).toBe(spans(whole));
  }), RUNS));
  it('DL-I14 shows the same on the wall as where the clocks never change, for hours from 06 to 24', () => fc.assert(fc.property(fc.array(hoursWithin(6, 24), { minLength: 2, maxLength: 8 }), instant, fc.integer({ min: 1, max: 30 * 60 }), (weekly, t, length) => {
    const [cal, plain] = [compiled({ zone, always: false, weekly, days: [] }), compiled({ zone: 'UTC', always: false, weekly, days: [] })];
    const wall = Temporal.Instant.fromEpochMilliseconds(t).toZonedDateTimeISO('UTC').toPlainDateTime().with({ hour: 6 + (new Date(t).getUTCHours() % 18) });
    const start = wall.toZonedDateTime(zone).epochMilliseconds;
    enough(cal, start, length * 60_000);
    const shown = Temporal.Instant.fromEpochMilliseconds(dueAt(cal, start, length * 60_000)).toZonedDateTimeISO(zone).toPlainDateTime().toString();
    const expected = Temporal.Instant.fromEpochMilliseconds(dueAt(plain, wall.toZonedDateTime('UTC').epochMilliseconds, length * 60_000)).toZonedDateTimeISO('UTC').toPlainDateTime().toString();
    expect(shown).toBe(expected);
  }), RUNS));
  it('DL-I16 opens next where it is open, and stays there', () => fc.assert(fc.property(calendarIn(zone), instant, (def, t) => {
    const cal = compiled(def);
    const next = nextOpen(cal, t);
    expect([nextOpen(cal, next), isOpen(cal, next), openMs(cal, t, next)]).toEqual([next, true, 0]);
  }), RUNS));
  it('DL-I23 is the same for calendars of equal content, whose hashes are equal, and the hash differs where time does', () => fc.assert(fc.property(asked, closure, ([def, t, ms], day) => {
    const equal: CalendarDefinition = { ...def, weekly: def.weekly.toReversed(), days: def.days.toReversed().map((d) => ({ ...d, label: 'x', source: 'feed' })) };
    const other: CalendarDefinition = { ...def, days: [...def.days.filter((d) => d.date !== day.date), day] };
    const [cal, again, different] = [compiled(def), compiled(equal), compiled(other)];
    enough(cal, t, ms);
    expect([again.hash, dueAt(again, t, ms)]).toEqual([cal.hash, dueAt(cal, t, ms)]);
    if (spans(different) !== spans(cal)) expect(calendarHash(other)).not.toBe(cal.hash);
  }), RUNS));
});
