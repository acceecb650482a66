import { FEED_BYTES, FEED_EVENTS, parseDayFeed } from './day-feed';
import { proposeFinnishDays } from './finnish-days';
import { finnishPublicHolidays } from './holidays';
import { dateOf, dayNumber } from './local-date';

const feed = (...events: string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', ...events.map((e) => `BEGIN:VEVENT\nUID:1\n${e}\nEND:VEVENT`), 'END:VCALENDAR'].join('\n').replaceAll('\n', '\r\n');
const dates = (text: string, horizon?: { from: string; to: string }) => parseDayFeed(text, horizon).days.map((d) => d.date);
const code = (text: string): unknown => {
  try {
    parseDayFeed(text);
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return null;
};

describe('a feed of days', () => {
  it('gives whole days, the end exclusive, and leaves meetings out', () => {
    const text = feed('DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261225\nSUMMARY:Jouluaatto', 'DTSTART;VALUE=DATE:20261228\nDTEND;VALUE=DATE:20261231\nSUMMARY:Inventaario', 'DTSTART:20261201T080000Z\nDTEND:20261201T090000Z', 'DTSTART;VALUE=DATE:20261231\nSTATUS:CANCELLED');
    const found = parseDayFeed(text);
    expect(found.days.map((d) => `${d.date} ${d.label}`)).toEqual(['2026-12-24 Jouluaatto', '2026-12-28 Inventaario', '2026-12-29 Inventaario', '2026-12-30 Inventaario']);
    expect(found).toMatchObject({ skipped: 2, days: [{ kind: 'closed', intervals: [], source: 'feed' }, {}, {}, {}] });
  });
  it('understands what comes every year', () => {
    const horizon = { from: '2026-01-01', to: '2029-01-01' };
    expect(dates(feed('DTSTART;VALUE=DATE:20001206\nRRULE:FREQ=YEARLY'), horizon)).toEqual(['2026-12-06', '2027-12-06', '2028-12-06']);
    expect(dates(feed('DTSTART;VALUE=DATE:20000229\nRRULE:FREQ=YEARLY'), horizon)).toEqual(['2028-02-29']);
    expect(dates(feed('DTSTART;VALUE=DATE:20200510\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=2SU\nEXDATE;VALUE=DATE:20270509'), horizon)).toEqual(['2026-05-10', '2028-05-14']);
    expect(dates(feed('DTSTART;VALUE=DATE:20201127\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=-1FR;UNTIL=20271231'), horizon)).toEqual(['2026-11-27', '2027-11-26']);
    expect(dates(feed('DTSTART;VALUE=DATE:20251231\nDTEND;VALUE=DATE:20260103\nRRULE:FREQ=YEARLY;COUNT=2'), horizon)).toEqual(['2026-01-01', '2026-01-02', '2026-12-31', '2027-01-01', '2027-01-02']);
  });
  it('skips what comes again in other ways', () => {
    for (const rule of ['FREQ=SECONDLY', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=YEARLY;BYMONTH=5;BYDAY=6SU', 'FREQ=WEEKLY']) expect(parseDayFeed(feed(`DTSTART;VALUE=DATE:20260101\nRRULE:${rule}`))).toEqual({ days: [], skipped: 1 });
  });
  it('has bounds, and an error for each', () => {
    expect(code('x'.repeat(FEED_BYTES + 1))).toBe('feed.too_large');
    expect(code(feed(...Array.from({ length: FEED_EVENTS + 1 }, () => 'DTSTART;VALUE=DATE:20260101')))).toBe('feed.too_many_events');
    expect(code(feed('DTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:29991231'))).toBe('feed.too_many_events');
    expect(code('<html>')).toBe('feed.unreadable');
    expect(code('')).toBe('feed.unreadable');
    expect(code(feed())).toBe('feed.empty');
  });
});

describe('the Finnish day set', () => {
  it.each(Array.from({ length: 70 }, (_, i) => 1991 + i))('agrees with the computed holidays in %d', (year) => {
    const proposed = proposeFinnishDays(year);
    expect(proposed.filter((d) => d.law).map((d) => d.date).sort()).toEqual(finnishPublicHolidays(year).map((h) => h.date).sort());
    const midsummer = finnishPublicHolidays(year).find((h) => h.key === 'midsummer_day')!.date;
    expect(proposed.filter((d) => !d.law).map((d) => d.date)).toEqual([dateOf(dayNumber(midsummer) - 1), `${year}-12-24`]);
  });
  it('has names in three languages', () => {
    expect(proposeFinnishDays(2026).find((d) => d.date === '2026-12-06')).toMatchObject({ kind: 'closed', source: 'law', label: 'itsenäisyyspäivä', labels: { sv: 'självständighetsdagen' } });
  });
});
