import { oracleBusinessDays, oracleClosings, oracleDue, oracleOpenMs, oracleWindow, openMinutes } from '../testing/oracle';
import { Dice, randomCalendar } from '../testing/random';
import { definitionOf, golden } from '../testing/golden';
import { compileCalendar, dueAt, dueBusinessDays, isOpen, openMs } from './calendar';

const DAY = 86_400_000;
const DAYS = 14;
const MINUTES = DAYS * 1440;
const date = (t: number): string => new Date(t).toISOString().slice(0, 10);

/** Around every change of the clocks, where it happens at night, at midnight and by half an hour; and around Christmas. */
const WINDOWS: readonly (readonly [string, string])[] = [
  ['Europe/Helsinki', '2026-03-24'], ['Europe/Helsinki', '2026-10-20'], ['Europe/Helsinki', '2026-12-20'], ['Europe/Stockholm', '2027-03-24'], ['Europe/Stockholm', '2026-10-20'],
  ['America/Sao_Paulo', '2018-10-31'], ['America/Sao_Paulo', '2019-02-13'], ['America/Sao_Paulo', '2026-12-20'], ['America/New_York', '2026-03-03'], ['America/New_York', '2026-10-28'],
  ['Australia/Lord_Howe', '2026-03-31'], ['Australia/Lord_Howe', '2026-09-29'], ['Australia/Lord_Howe', '2026-12-20'],
];

describe('against an oracle that counts minutes by Intl alone', () => {
  it.each(golden().durationCases)('$id agrees', (c) => {
    const def = definitionOf(golden().calendars[c.calendar]!);
    const from = Date.parse(c.start.slice(0, 10)) - DAY;
    const window = oracleWindow(def.zone, from, Math.ceil((Date.parse(c.due) - from) / 60_000));
    expect(oracleDue(window, openMinutes(def, window), Date.parse(c.start), c.targetSeconds * 1000)).toBe(Date.parse(c.due));
  });

  it('at least ten thousand random due times are the same to the millisecond', () => {
    const dice = new Dice(20261122);
    let [compared, days] = [0, 0];
    for (const [zone, first] of WINDOWS) {
      const from = Date.parse(first);
      const window = oracleWindow(zone, from, MINUTES);
      const dates = Array.from({ length: DAYS }, (_, i) => date(from + i * DAY));
      for (let n = 0; n < 70; n++) {
        const def = randomCalendar(dice, zone, dates);
        const cal = compileCalendar(def, { from: date(from - 3 * DAY), to: date(from + (DAYS + 40) * DAY) });
        const open = openMinutes(def, window);
        const closings = oracleClosings(window, open);
        // The whole fortnight, minute by minute.
        for (let i = 0; i < MINUTES; i += n === 0 ? 1 : 97) if (isOpen(cal, from + i * 60_000) !== (open[i] !== 0)) throw new Error(`${zone} ${new Date(from + i * 60_000).toISOString()} ${JSON.stringify(def)}`);
        for (let k = 0; k < 16; k++) {
          const minute = dice.roll(0, MINUTES - 1440 * 4);
          const start = from + minute * 60_000 + (dice.chance(40) ? dice.roll(0, 59_999) : 0);
          const target = dice.chance(70) ? dice.roll(1, 24 * 60) * 60_000 : dice.roll(1, 40 * 3_600_000);
          const wanted = oracleDue(window, open, start, target);
          if (wanted !== null) {
            compared++;
            const answer = dueAt(cal, start, target);
            if (answer !== wanted) throw new Error(`${zone}: ${target} ms from ${new Date(start).toISOString()} is ${new Date(answer).toISOString()}, by the minute ${new Date(wanted).toISOString()}, in ${JSON.stringify(def)}`);
          }
          const [a, b] = [from + minute * 60_000, from + dice.roll(minute, MINUTES - 1) * 60_000];
          if (openMs(cal, a, b) !== oracleOpenMs(window, open, a, b)) throw new Error(`${zone}: open from ${new Date(a).toISOString()} to ${new Date(b).toISOString()} in ${JSON.stringify(def)}`);
          const nth = dice.roll(1, 4);
          const closing = oracleBusinessDays(window, closings, start, nth);
          if (closing === null) continue;
          days++;
          const due = dueBusinessDays(cal, start, nth);
          if (due !== closing) throw new Error(`${zone}: ${nth} open days from ${new Date(start).toISOString()} is ${new Date(due).toISOString()}, by the minute ${new Date(closing).toISOString()}, in ${JSON.stringify(def)}`);
        }
      }
    }
    expect(compared).toBeGreaterThanOrEqual(10_000);
    expect(days).toBeGreaterThanOrEqual(1000);
  });
});
