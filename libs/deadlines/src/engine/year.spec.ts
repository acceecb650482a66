import { eventsOf, targetOf } from '../testing/clocks';
import { definitionOf, golden } from '../testing/golden';
import { simulate } from '../testing/simulate';
import { countUpTo } from './business-time';
import { compileCalendar, isOpen, openMs, type CompiledCalendar } from './calendar';
import type { Target } from './clock';
import { DEFAULT_STEPS } from './steps';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const cases = golden();
const names = ['OFFICE', 'OFFICE_HALF', 'SPLIT', 'STORE', 'NIGHT', 'SWEDEN'] as const;
const targets: readonly Target[] = [targetOf(3600), targetOf(8 * 3600), targetOf(2, { unit: 'business_days' }), targetOf(14, { unit: 'calendar_days', roll: 'preceding' }), targetOf(1, { unit: 'calendar_months', roll: 'following' })];

/** Open, or the very instant of closing: what is due at closing time is told then. */
const inHours = (cal: CompiledCalendar, t: number): boolean => isOpen(cal, t) || cal.closes[countUpTo(cal.closes, t) - 1] === t;
const expected = (target: Target): string[] => {
  const civil = target.unit === 'calendar_days' || target.unit === 'calendar_months';
  const steps = ['warn', 'due', 'over_1', 'over_2', 'over_3', ...Array.from({ length: 10 }, (_, i) => `over_day_${i + 1}`)];
  return [...steps, ...(target.amount === 3600 ? [] : ['half']), ...(civil ? ['pre_legal_1', 'pre_legal_2', 'pre_legal_5'] : [])].sort();
};

describe('a year, day by day', () => {
  it.each(names)('in %s: each reminder once, in its hours, none missing, over both changes of the clocks, Easter, Midsummer and Christmas', (name) => {
    const cal = compileCalendar(definitionOf(cases.calendars[name]!), { from: '2025-12-01', to: '2027-12-31' });
    const first = Date.parse('2026-01-01T00:00Z');
    let told = 0;
    for (let day = 0; day < 365; day++) {
      const target = targets[day % targets.length]!;
      const start = first + day * DAY + ((day * 7919) % 86_400) * 1000;
      const ticks = Array.from({ length: 100 }, (_, i) => start + i * DAY - (i === 0 ? 0 : (day % 24) * HOUR));
      const reminders = simulate(eventsOf([start, 'start', { target, calendar: name }]), () => cal, cal, DEFAULT_STEPS, ticks);
      const steps = reminders.map((r) => r.step).sort();
      // A short legal period has no room for every step before it.
      const wanted = expected(target).filter((step) => !step.startsWith('pre_legal') || steps.includes(step));
      if (steps.join() !== wanted.join()) throw new Error(`${new Date(start).toISOString()}: ${steps.join()}`);
      for (const r of reminders) {
        if (r.late || !inHours(cal, r.at)) throw new Error(`${new Date(start).toISOString()} ${r.step} ${new Date(r.at).toISOString()}`);
        if (/^over_day|^pre_legal/.test(r.step)) expect(openMs(cal, r.at - 60_000, r.at)).toBe(0);
      }
      told += reminders.length;
    }
    expect(told).toBeGreaterThan(365 * 15);
  });
  it('with a pause in the middle tells nothing meanwhile and everything after', () => {
    const cal = compileCalendar(definitionOf(cases.calendars['OFFICE']!), { from: '2025-12-01', to: '2027-12-31' });
    const at = (text: string): number => Date.parse(`2026-11-${text}+02:00`);
    const events = eventsOf([at('20T14:00'), 'start', { target: targetOf(8 * 3600), calendar: 'OFFICE' }], [at('23T10:00'), 'pause'], [at('26T10:00'), 'resume']);
    const ticks = Array.from({ length: 60 * 24 }, (_, i) => at('20T14:00') + i * HOUR);
    const told = simulate(events, () => cal, cal, DEFAULT_STEPS, ticks);
    expect(told.map((r) => r.step).slice(0, 4)).toEqual(['half', 'warn', 'due', 'over_1']);
    expect(told.map((r) => r.at).slice(0, 3)).toEqual([at('23T09:00'), at('26T11:24'), at('26T13:00')]);
    expect(new Set(told.map((r) => r.step)).size).toBe(told.length);
  });
});
