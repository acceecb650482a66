import { definitionOf, golden } from '../testing/golden';
import { checkCalendar, type CalendarDefinition } from './calendar';

const office = definitionOf(golden().calendars['OFFICE']!);
const check = (change: Partial<CalendarDefinition>) => checkCalendar({ ...office, ...change }, '2026-11-20');
const problems = (change: Partial<CalendarDefinition>) => check(change).problems;
const closed = (date: string) => ({ date, kind: 'closed' as const, intervals: [], source: 'custom' as const, label: null });

describe('a calendar that is saved', () => {
  it('may be as it is', () => expect(problems({})).toEqual([]));
  it('must have a zone that is one', () => expect(problems({ zone: 'Helsinki' })).toEqual([{ path: 'zone', code: 'calendar.zone_unknown' }]));
  it('must have times of day', () => {
    expect(problems({ weekly: [{ isoDay: 1, from: '24:00', to: '25:00' }] })).toEqual([{ path: 'weekly[0].from', code: 'calendar.interval_invalid', reason: 'malformed' }, { path: 'weekly[0].to', code: 'calendar.interval_invalid', reason: 'malformed' }]);
  });
  it('must not have hours the wrong way round, and may have nights', () => {
    expect(problems({ weekly: [...office.weekly.slice(0, 2), { isoDay: 3, from: '17:00', to: '08:00' }] })).toEqual([{ path: 'weekly[2].to', code: 'calendar.interval_invalid', reason: 'reversed' }]);
    expect(problems(definitionOf(golden().calendars['NIGHT']!))).toEqual([]);
  });
  it('must not have hours over each other, also over midnight and over the week', () => {
    const hours = (isoDay: 1 | 7, from: string, to: string) => ({ isoDay, from, to });
    expect(problems({ weekly: [hours(1, '08:00', '12:00'), hours(1, '11:00', '17:00')] })).toEqual([{ path: 'weekly[1].from', code: 'calendar.interval_invalid', reason: 'overlapping' }]);
    expect(problems({ weekly: [hours(1, '05:00', '12:00'), hours(7, '22:00', '06:00')] })).toEqual([{ path: 'weekly[0].from', code: 'calendar.interval_invalid', reason: 'overlapping' }]);
    expect(problems({ weekly: [hours(1, '06:00', '12:00'), hours(1, '12:00', '17:00'), hours(7, '22:00', '06:00')] })).toEqual([]);
  });
  it('must have dates that exist, once, with hours when they are open', () => {
    expect(problems({ days: [closed('2026-02-30'), closed('2026-12-24'), closed('2026-12-24'), { ...closed('2026-12-23'), kind: 'hours' }] })).toEqual([
      { path: 'days[0].date', code: 'calendar.date_invalid', reason: 'no_such_date' }, { path: 'days[2].date', code: 'calendar.date_invalid', reason: 'repeated' }, { path: 'days[3].intervals', code: 'calendar.interval_invalid', reason: 'empty' },
    ]);
  });
  it('must open: the first window in which it does not is named', () => {
    expect(problems({ weekly: [] })).toEqual([{ path: 'weekly', code: 'calendar.never_open', window: { from: '2026-11-20', to: '2026-12-24' } }]);
    const all = Array.from({ length: 800 }, (_, i) => closed(new Date(Date.UTC(2026, 10, 1 + i)).toISOString().slice(0, 10)));
    expect(problems({ days: all })).toEqual([{ path: 'days', code: 'calendar.never_open', window: { from: '2026-11-20', to: '2026-12-24' } }]);
    const july = Array.from({ length: 36 }, (_, i) => closed(new Date(Date.UTC(2027, 6, 1 + i)).toISOString().slice(0, 10)));
    expect(problems({ days: july })).toEqual([{ path: 'days', code: 'calendar.never_open', window: { from: '2027-07-01', to: '2027-08-04' } }]);
  });
  it('is warned of short weeks and of hours without effect', () => {
    expect(check({}).warnings.map((w) => (w.code === 'calendar.short_week' ? w.week : w.code))).toEqual([]);
    expect(check({ days: [...office.days, closed('2026-12-22'), closed('2026-12-23')] }).warnings).toMatchObject([{ code: 'calendar.short_week', week: '2026-12-21', openMs: 9 * 3_600_000, usualMs: 45 * 3_600_000 }]);
    expect(check({ always: true }).warnings).toEqual([{ code: 'calendar.hours_without_effect' }]);
  });
  it('cannot be endless', () => expect(problems({ days: Array.from({ length: 4001 }, () => closed('2026-12-24')) })).toEqual([{ path: 'days', code: 'calendar.too_large' }]));
});
