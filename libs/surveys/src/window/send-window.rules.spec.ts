import { plannedAt } from '../planning/schedule.rules';
import { publicHoliday } from './public-holidays';
import { ALWAYS, DEFAULT_WINDOW, nextOpening, SendWindow } from './send-window.rules';

const opens = (from: string) => nextOpening(new Date(from), DEFAULT_WINDOW, publicHoliday)!.at.toISOString();

it.each([
  ['2026-03-27T22:30:00Z', '2026-03-28T08:00:00.000Z'],
  ['2026-03-28T22:30:00Z', '2026-03-30T06:00:00.000Z'],
  ['2026-10-23T22:30:00Z', '2026-10-24T07:00:00.000Z'],
  ['2026-10-25T22:30:00Z', '2026-10-26T07:00:00.000Z'],
  // Good Friday, Holy Saturday is open, Easter Sunday and Monday are not.
  ['2026-04-03T08:00:00Z', '2026-04-04T07:00:00.000Z'],
  ['2026-04-04T14:00:00Z', '2026-04-07T06:00:00.000Z'],
])('after %s the window opens at %s', (from, expected) => expect(opens(from)).toBe(expected));

it('09:00 on the clock is 07:00 and 06:00 UTC on the days before and of the changes', () => {
  const nine = (date: string) => nextOpening(new Date(`${date}T00:30:00Z`), { ...DEFAULT_WINDOW, days: { '6': [[540, 1140]], '7': [[540, 1140]] } }, () => false)!.at.toISOString().slice(11, 16);
  expect(['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25'].map(nine)).toEqual(['07:00', '06:00', '06:00', '07:00']);
});

it('A-28 in a whole year, both changes of the clocks and every holiday in it, nothing is planned outside the window', () => {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Helsinki', weekday: 'short', hour: '2-digit', minute: '2-digit', year: 'numeric', month: '2-digit', day: '2-digit', hourCycle: 'h23' });
  for (let at = Date.parse('2026-01-01T00:00:00Z'), i = 0; at < Date.parse('2027-01-01T00:00:00Z'); at += 37 * 60_000, i++) {
    const planned = plannedAt(`invitation-${i}`, new Date(at), DEFAULT_WINDOW, publicHoliday)!;
    // Read off a clock of its own, not off the rules.
    const p = Object.fromEntries(clock.formatToParts(planned).map((part) => [part.type, part.value]));
    const minute = Number(p.hour) * 60 + Number(p.minute);
    const open = p.weekday === 'Sun' ? false : p.weekday === 'Sat' ? minute >= 600 && minute < 960 : minute >= 540 && minute < 1140;
    if (!open || publicHoliday(`${p.year}-${p.month}-${p.day}`) || planned.getTime() < at) throw new Error(`planned at ${planned.toISOString()} from ${new Date(at).toISOString()}`);
  }
  expect(['2026-01-01', '2026-01-06', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-06-20', '2026-10-31', '2026-12-06', '2026-12-25', '2026-12-26'].every(publicHoliday)).toBe(true);
});

it('A-29 five thousand for the opening of a window are spread over more than an hour, evenly', () => {
  const minutes = Array.from({ length: 5000 }, (_, i) => (plannedAt(`inv-${i}`, new Date('2026-11-22T12:00:00Z'), DEFAULT_WINDOW, publicHoliday)!.getTime() - Date.parse('2026-11-23T07:00:00Z')) / 60_000);
  expect(Math.max(...minutes) - Math.min(...minutes)).toBeGreaterThanOrEqual(60);
  const byMinute = Map.groupBy(minutes, Math.floor);
  expect(Math.max(...[...byMinute.values()].map((all) => all.length))).toBeLessThan(120);
});

it('in the middle of the day nothing waits', () => expect(opens('2026-11-23T10:00:00.000Z')).toBe('2026-11-23T10:00:00.000Z'));
it('a window that names no day is always open', () => expect(nextOpening(new Date(0), ALWAYS, () => true)?.at).toEqual(new Date(0)));
it.each([[{ zone: 'Europe/Nowhere' }], [{ zone: '+02:00' }], [{ days: { '1': [[600, 600]] } }], [{ days: { '1': [[700, 600]] } }], [{ days: { '1': [[540, 700], [650, 800]] } }], [{ days: { '8': [] } }], [{ days: { '1': [[540, 1441]] } }]])('%j is refused', (over) =>
  expect(SendWindow.safeParse({ ...DEFAULT_WINDOW, ...over }).success).toBe(false));
