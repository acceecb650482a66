import { eventsOf, targetOf } from '../testing/clocks';
import { definitionOf, golden } from '../testing/golden';
import { compileCalendar } from './calendar';
import { fold, type ClockEvent } from './clock';
import { DEFAULT_STEPS, reminderInstants } from './steps';

const cases = golden();
const [office, always] = ['OFFICE', 'ALWAYS'].map((name) => compileCalendar(definitionOf(cases.calendars[name]!), { from: '2025-01-01', to: '2028-01-01' }));
const calendars = (id: string) => (id === 'ALWAYS' ? always! : office!);
const at = (day: string, time: string): string => `2026-11-${day}T${time}:00+02:00`;
const planned = (events: ClockEvent[], now: string, fired: string[] = []) => {
  const t = Date.parse(now);
  return reminderInstants(fold(events, calendars, t), DEFAULT_STEPS, office!, t, new Set(fired)).map((r) => `${r.step}${r.late ? ' late' : ''} ${new Date(r.at).toLocaleString('sv', { timeZone: 'Europe/Helsinki' }).slice(5, 16)}`);
};
const eight = { target: targetOf(8 * 3600), calendar: 'OFFICE' };
const friday = eventsOf([at('20', '14:00'), 'start', eight]);

describe('reminders', () => {
  it('of eight hours from Friday afternoon', () => {
    expect(planned(friday, at('20', '14:00'))).toEqual([
      'half 11-23 09:00', 'warn 11-23 11:24', 'due 11-23 13:00', 'over_1 11-23 17:00', 'over_2 11-24 12:00', 'over_day_1 11-25 08:00', 'over_3 11-24 16:00', ...['11-26', '11-27', '11-30', '12-01', '12-02', '12-03', '12-04', '12-07', '12-08'].map((d, i) => `over_day_${i + 2} ${d} 08:00`),
    ].sort((a, b) => (a.slice(-11) < b.slice(-11) ? -1 : 1)));
  });
  it('are the same whenever they are planned', () => {
    const later = planned(friday, at('23', '10:00'), ['half']);
    expect(later).toEqual(planned(friday, at('20', '14:00')).slice(1));
  });
  it('that have passed: only the last, as late, and not twice', () => {
    expect(planned(friday, at('23', '12:00')).slice(0, 2)).toEqual(['warn late 11-23 12:00', 'due 11-23 13:00']);
    expect(planned(friday, at('23', '12:00'), ['half', 'warn'])[0]).toBe('due 11-23 13:00');
    expect(planned(friday, at('30', '12:00'), ['over_day_3'])[0]).toBe('over_day_4 late 11-30 12:00');
  });
  it('of a short target have no half, of a paused or stopped clock there are none', () => {
    expect(planned(eventsOf([at('20', '14:00'), 'start', { target: targetOf(3600), calendar: 'OFFICE' }]), at('20', '14:00')).slice(0, 2)).toEqual(['warn 11-20 14:48', 'due 11-20 15:00']);
    expect(planned(eventsOf([at('20', '14:00'), 'start', eight], [at('20', '15:00'), 'pause']), at('20', '15:00'))).toEqual([]);
    expect(planned(eventsOf([at('20', '14:00'), 'start', eight], [at('20', '15:00'), 'stop', { outcome: 'replied' }]), at('20', '15:00'))).toEqual([]);
  });
  it('after a pause go on from what was used', () => {
    const events = eventsOf([at('20', '14:00'), 'start', eight], [at('20', '15:00'), 'pause'], [at('23', '15:00'), 'resume']);
    expect(planned(events, at('23', '15:00')).slice(0, 3)).toEqual(['half 11-24 09:00', 'warn 11-24 11:24', 'due 11-24 13:00']);
  });
  it('of business days share the open time until due', () => {
    const events = eventsOf([at('16', '12:00'), 'start', { target: targetOf(2, { unit: 'business_days' }), calendar: 'OFFICE' }]);
    expect(planned(events, at('16', '12:00')).slice(0, 3)).toEqual(['half 11-17 14:30', 'warn 11-18 12:24', 'due 11-18 17:00']);
  });
  it('of a legal month come before the day to work by, at openings', () => {
    const events = eventsOf([at('24', '09:00'), 'start', { target: targetOf(1, { unit: 'calendar_months', roll: 'following' }), calendar: 'OFFICE' }]);
    expect(planned(events, at('24', '09:00')).filter((r) => /pre_legal|^due/.test(r))).toEqual(['pre_legal_5 12-15 08:00', 'pre_legal_2 12-18 08:00', 'pre_legal_1 12-21 08:00', 'due 12-22 17:00']);
  });
  it('of an agreed instant share the open time before it', () => {
    const events = eventsOf([at('20', '16:00'), 'start', { target: targetOf(Date.parse(at('23', '12:00')), { unit: 'fixed' }), calendar: 'OFFICE' }]);
    expect(planned(events, at('20', '16:00')).slice(0, 3)).toEqual(['half 11-23 09:30', 'warn 11-23 11:00', 'due 11-23 12:00']);
  });
});
