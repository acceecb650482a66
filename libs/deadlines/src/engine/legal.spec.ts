import { definitionOf, golden } from '../testing/golden';
import { compileCalendar } from './calendar';
import { authorityHolidays, finnishPublicHolidays, lastDays, legalDue, operationalDue } from './legal';

const cases = golden();
const office = compileCalendar(definitionOf(cases.calendars['OFFICE']!), { from: '2025-01-01', to: '2029-01-01' });
const iso = (t: number | null): string | null => (t === null ? null : new Date(t).toISOString());
const months = (amount: number) => ({ unit: 'calendar_months', amount, roll: 'following' }) as const;

describe('legal periods', () => {
  it.each(cases.legalMonthCases)('$id $receivedLocalDate and $months months', (c) => {
    expect(lastDays(c.receivedLocalDate, months(c.months))).toEqual({ rawLastDay: c.rawLastDay, lastDay: c.lastDay });
    const nextDay = new Date(Date.parse(c.lastDay) + 86_400_000).toISOString().slice(0, 10);
    const { due } = legalDue(office, Date.parse(`${c.receivedLocalDate}T21:59:00Z`) - 3_600_000, months(c.months));
    expect(new Date(due).toLocaleString('sv', { timeZone: c.zone })).toBe(`${nextDay} 00:00:00`);
  });
  it.each([
    ['2026-01-30', '2026-02-28', '2026-03-02', '2026-04-30'], ['2026-01-31', '2026-02-28', '2026-03-02', '2026-04-30'], ['2026-03-03', '2026-04-03', '2026-04-07', '2026-06-03'],
    ['2026-11-25', '2026-12-25', '2026-12-28', '2027-02-25'], ['2026-11-30', '2026-12-30', '2026-12-30', '2027-03-01'], ['2026-12-31', '2027-01-31', '2027-02-01', '2027-03-31'],
  ])('a request received on %s', (received, raw, last, extended) => {
    expect(lastDays(received, months(1))).toEqual({ rawLastDay: raw, lastDay: last });
    expect(lastDays(received, months(3)).lastDay).toBe(extended);
  });
  it('count the last minute of a day as that day', () => {
    expect(iso(legalDue(office, Date.parse('2026-12-06T23:59+02:00'), months(1)).due)).toBe(iso(Date.parse('2027-01-08T00:00+02:00')));
  });
  it('step over the eves before authorities only', () => {
    expect(lastDays('2026-11-24', { ...months(1), holidays: authorityHolidays }).lastDay).toBe('2026-12-28');
    expect(lastDays('2026-05-19', { ...months(1), holidays: authorityHolidays }).lastDay).toBe('2026-06-22');
  });
  it('leave time to work: the last opening before, less the buffer', () => {
    const due = Date.parse('2026-12-25T00:00+02:00');
    expect([0, 1, 2].map((buffer) => iso(operationalDue(office, due, buffer)))).toEqual(['2026-12-23T17:00+02:00', '2026-12-22T17:00+02:00', '2026-12-21T17:00+02:00'].map((t) => iso(Date.parse(t))));
  });
});

describe("Finland's holidays", () => {
  it('of 2026', () => {
    expect(finnishPublicHolidays(2026).map((h) => `${h.date} ${h.key}`)).toEqual([
      '2026-01-01 new_year', '2026-01-06 epiphany', '2026-04-03 good_friday', '2026-04-05 easter_sunday', '2026-04-06 easter_monday', '2026-05-01 may_day', '2026-05-14 ascension',
      '2026-05-24 whit_sunday', '2026-06-20 midsummer_day', '2026-10-31 all_saints', '2026-12-06 independence_day', '2026-12-25 christmas_day', '2026-12-26 boxing_day',
    ]);
  });
});
