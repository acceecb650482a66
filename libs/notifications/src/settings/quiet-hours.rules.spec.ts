import fc from 'fast-check';
import { disturbableFrom, isQuiet, minuteOf, timeOf, USUAL_QUIET } from './quiet-hours.rules';

const ZONE = 'Europe/Helsinki';
const from = (at: string, quiet = USUAL_QUIET) => disturbableFrom(quiet, new Date(at), ZONE).toISOString();

test('by day at once, by night in the morning of the desk', () => {
  expect(from('2026-11-23T10:00:30.000Z')).toBe('2026-11-23T10:00:30.000Z');
  expect(from('2026-11-23T17:59:59.999Z')).toBe('2026-11-23T17:59:59.999Z');
  expect(from('2026-11-23T18:00:00.000Z')).toBe('2026-11-24T05:00:00.000Z');
  expect(from('2026-11-24T04:59:59.999Z')).toBe('2026-11-24T05:00:00.000Z');
  expect(from('2026-11-24T05:00:00.000Z')).toBe('2026-11-24T05:00:00.000Z');
});

test('over both changes of the clock it is seven by the wall', () => {
  expect(from('2026-03-28T20:00:00.000Z')).toBe('2026-03-29T04:00:00.000Z');
  expect(from('2026-10-24T20:00:00.000Z')).toBe('2026-10-25T05:00:00.000Z');
  // An end that the spring's clock leaps over is where the clock lands.
  expect(from('2026-03-28T20:00:00.000Z', { fromMinute: 20 * 60, toMinute: 3 * 60 + 30 })).toBe('2026-03-29T01:00:00.000Z');
});

test('the same time twice is no quiet at all', () => {
  expect(from('2026-11-23T23:00:00.000Z', { fromMinute: 60, toMinute: 60 })).toBe('2026-11-23T23:00:00.000Z');
});

test('what comes of it is never quiet, never before now, and never later than a day', () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  const wall = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  fc.assert(
    fc.property(minute, minute, fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }), (fromMinute, toMinute, now) => {
      const at = disturbableFrom({ fromMinute, toMinute }, now, ZONE);
      return !isQuiet({ fromMinute, toMinute }, minuteOf(wall.format(at))!) && at >= now && at.getTime() - now.getTime() <= 25 * 3_600_000;
    }),
    { numRuns: 60 },
  );
});

test('times of the day', () => {
  expect([minuteOf('00:00'), minuteOf('07:30'), minuteOf('23:59')]).toEqual([0, 450, 1439]);
  expect(['24:00', '7:30', '07:60', '', '07:30 '].map(minuteOf)).toEqual([null, null, null, null, null]);
  expect([timeOf(0), timeOf(450), timeOf(1439)]).toEqual(['00:00', '07:30', '23:59']);
});
