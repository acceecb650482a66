import { definitionOf, golden } from '../testing/golden';
import { calendarHash, compileCalendar, dueAt, dueBusinessDays, isOpen, nextOpen, openMs, type CalendarDefinition, type CompiledCalendar } from './calendar';

const cases = golden();
const compiled = new Map<string, CompiledCalendar>();
const calendar = (name: string): CompiledCalendar => {
  const known = compiled.get(name) ?? compileCalendar(definitionOf(cases.calendars[name]!), { from: '2025-01-01', to: '2028-01-01' });
  compiled.set(name, known);
  return known;
};
const at = Date.parse;
const iso = (t: number): string => new Date(t).toISOString();
const code = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return null;
};
const office = (change: Partial<CalendarDefinition> = {}): CalendarDefinition => ({ ...definitionOf(cases.calendars['OFFICE']!), ...change });

describe('due times of the committed cases', () => {
  it.each(cases.durationCases)('$id $name', (c) => {
    expect(iso(dueAt(calendar(c.calendar), at(c.start), c.targetSeconds * 1000))).toBe(iso(at(c.due)));
  });
  it.each(cases.businessDayCases)('$id $businessDays business days', (c) => {
    expect(iso(dueBusinessDays(calendar(c.calendar), at(c.start), c.businessDays))).toBe(iso(at(c.due)));
  });
  it('are refused with their own code', () => {
    expect(code(() => dueAt(compileCalendar(definitionOf(cases.errorCases[0]!.calendar!), { from: '2026-01-01', to: '2029-01-01' }), at('2026-11-17T10:00Z'), 1))).toBe('calendar.never_open');
    expect(code(() => dueAt(calendar('OFFICE'), at('2026-11-17T10:00Z'), 0))).toBe('target.not_positive');
    expect(code(() => dueAt(calendar('OFFICE'), at('2026-11-17T10:00Z'), 30_000 * 3_600_000))).toBe('calendar.horizon_exceeded');
  });
});

describe('a compiled calendar', () => {
  it('ends the night before a closed date at midnight, unless the date lets it go on', () => {
    const night = definitionOf(cases.calendars['NIGHT']!);
    const eve = at('2026-12-24T22:00+02:00');
    expect(iso(dueAt(calendar('NIGHT'), eve, 3 * 3_600_000))).toBe(iso(at('2026-12-26T23:00+02:00')));
    const kept = compileCalendar({ ...night, days: night.days.map((d) => ({ ...d, keepSpill: true })) }, { from: '2026-01-01', to: '2028-01-01' });
    expect(iso(dueAt(kept, eve, 3 * 3_600_000))).toBe(iso(at('2026-12-25T01:00+02:00')));
  });
  it('has a night of seven and one of nine hours', () => {
    const length = (from: string, to: string) => openMs(calendar('NIGHT'), at(from), at(to)) / 3_600_000;
    expect(length('2026-03-28T12:00Z', '2026-03-29T12:00Z')).toBe(7);
    expect(length('2026-10-24T12:00Z', '2026-10-25T12:00Z')).toBe(9);
  });
  it('is the same around the clock in either form', () => {
    const days = [1, 2, 3, 4, 5, 6, 7] as const;
    const hours = compileCalendar({ zone: 'Europe/Helsinki', always: false, weekly: days.map((isoDay) => ({ isoDay, from: '00:00', to: '24:00' })), days: [] }, { from: '2025-01-01', to: '2028-01-01' });
    expect([...hours.opens]).toEqual([...calendar('ALWAYS').opens]);
    expect([...hours.dayCloses]).toEqual([...calendar('ALWAYS').dayCloses]);
  });
  it('is closed at the closing instant and open at the opening one', () => {
    expect([isOpen(calendar('OFFICE'), at('2026-11-20T16:59:59.999+02:00')), isOpen(calendar('OFFICE'), at('2026-11-20T17:00+02:00'))]).toEqual([true, false]);
    expect(iso(nextOpen(calendar('OFFICE'), at('2026-11-20T17:00+02:00')))).toBe(iso(at('2026-11-23T08:00+02:00')));
  });
  it('gives no answer beyond its horizon', () => {
    expect(code(() => openMs(calendar('OFFICE'), at('2024-01-01T00:00Z'), at('2026-01-01T00:00Z')))).toBe('calendar.horizon_exceeded');
    expect(code(() => isOpen(calendar('OFFICE'), Number.NaN))).toBe('calendar.horizon_exceeded');
  });
  it('is refused for a zone that nobody knows and for hours that are none', () => {
    const horizon = { from: '2026-01-01', to: '2027-01-01' };
    expect(code(() => compileCalendar(office({ zone: 'Europe/Hamina' }), horizon))).toBe('calendar.zone_unknown');
    expect(code(() => compileCalendar(office({ zone: '+02:00' }), horizon))).toBe('calendar.zone_unknown');
    expect(code(() => compileCalendar(office({ weekly: [{ isoDay: 1, from: '8', to: '17:00' }] }), horizon))).toBe('calendar.interval_invalid');
  });
  it('has the hash of what it says about time', () => {
    const def = office();
    expect(calendarHash({ ...def, weekly: def.weekly.toReversed(), days: def.days.map((d) => ({ ...d, label: 'x' })) })).toBe(calendarHash(def));
    expect(calendarHash({ ...def, days: def.days.slice(1) })).not.toBe(calendarHash(def));
  });
});
