import { eventsOf, targetOf } from '../testing/clocks';
import { definitionOf, golden } from '../testing/golden';
import { compileCalendar, type CompiledCalendar } from './calendar';
import { fold, type ClockEvent } from './clock';

const cases = golden();
const compiled = new Map<string, CompiledCalendar>();
const calendars = (id: string): CompiledCalendar => {
  const known = compiled.get(id) ?? compileCalendar(definitionOf(cases.calendars[id]!), { from: '2025-01-01', to: '2028-01-01' });
  compiled.set(id, known);
  return known;
};
const ms = (text: string): number => Date.parse(text);
const iso = (t: number | null): string | null => (t === null ? null : new Date(t).toISOString());
const HOUR = 3_600_000;
const at = (day: string, time: string): string => `2026-11-${day}T${time}:00+02:00`;
const state = (events: ClockEvent[], now: string) => fold(events, calendars, ms(now));
const eight = { target: targetOf(8 * 3600), calendar: 'OFFICE' };
const oneHour = { target: targetOf(3600), calendar: 'OFFICE' };

describe('the committed clock cases', () => {
  it.each(cases.clockCases)('$id', (c) => {
    const grace = { retargetGraceMs: (c.retargetGraceSeconds ?? 1800) * 1000 };
    const events = c.events.map(([type, when, what], i) => {
      const payload = type === 'start' ? { target: targetOf(c.targetSeconds, grace), calendar: c.calendar } : type === 'retarget' ? { target: targetOf(Number(what), grace) } : type === 'recalendar' ? { calendar: String(what) } : { reason: 'x' };
      return { seq: i + 1, type, at: ms(when), payload } as ClockEvent;
    });
    const now = fold(events, calendars, ms(c.events.at(-1)![1]));
    expect({ state: now.state, used: now.usedMs, due: iso(now.dueAt), flag: now.breachedByRetarget, error: now.error }).toEqual({ state: 'running', used: c.usedSeconds * 1000, due: iso(ms(c.due)), flag: c.flag === 'breached_by_retarget', error: null });
  });
});

describe('a clock', () => {
  it('is met to the millisecond, and late one after', () => {
    const stopped = (t: number) => fold([...eventsOf([at('17', '10:00'), 'start', eight]), { seq: 2, at: t, type: 'stop', payload: { outcome: 'replied' } }], calendars, t + HOUR);
    const due = ms(at('18', '09:00'));
    expect(stopped(due)).toMatchObject({ state: 'met', dueAt: due, breachedAt: null, outcome: 'replied', stoppedAt: due });
    expect(stopped(due + 1)).toMatchObject({ state: 'late', dueAt: due, breachedAt: due });
  });
  it('takes a reply and a status that pauses in one save for a reply', () => {
    const events = eventsOf([at('17', '10:00'), 'start', eight], [at('17', '11:00'), 'pause'], [at('17', '11:00'), 'stop', { outcome: 'replied' }]);
    expect(state(events, at('17', '12:00'))).toMatchObject({ state: 'met', usedMs: HOUR });
  });
  it('runs again from its first start when the reply bounces', () => {
    const events = eventsOf([at('17', '10:00'), 'start', oneHour], [at('17', '10:30'), 'stop', { outcome: 'replied' }], [at('17', '12:30'), 'correct', { voids: [2], note: 'bounced' }]);
    expect(state(events.slice(0, 2), at('17', '12:00'))).toMatchObject({ state: 'met' });
    expect(state(events, at('17', '12:30'))).toMatchObject({ state: 'running', startedAt: ms(at('17', '10:00')), breachedAt: ms(at('17', '11:00')), ignored: [{ seq: 2, why: 'voided' }] });
  });
  it('that ends while paused was due when it would have been', () => {
    const events = eventsOf([at('16', '09:00'), 'start', eight], [at('16', '11:00'), 'pause'], [at('18', '10:00'), 'stop', { outcome: 'solved' }]);
    expect(state(events.slice(0, 2), at('17', '09:00'))).toMatchObject({ state: 'paused', dueAt: null, remainingMs: 6 * HOUR });
    expect(state(events, at('20', '10:00'))).toMatchObject({ state: 'met', usedMs: 2 * HOUR, dueAt: ms(at('18', '16:00')), pauses: [{ from: ms(at('16', '11:00')), to: ms(at('18', '10:00')), reason: 'waiting_customer', kind: 'pause' }] });
  });
  it('keeps its breach when the target is loosened, and its due time when it is tightened after that', () => {
    const events = eventsOf([at('16', '09:00'), 'start', oneHour], [at('16', '11:00'), 'retarget', { target: targetOf(8 * 3600) }], [at('16', '12:00'), 'retarget', { target: targetOf(60) }]);
    expect(state(events.slice(0, 2), at('16', '11:30'))).toMatchObject({ breachedAt: ms(at('16', '10:00')), dueAt: ms(at('16', '17:00')) });
    expect(state(events, at('16', '13:00'))).toMatchObject({ breachedAt: ms(at('16', '10:00')), dueAt: ms(at('16', '17:00')), breachedByRetarget: false });
  });
  it('gives its grace when the target was tightened during a pause', () => {
    const events = eventsOf([at('16', '09:00'), 'start', eight], [at('16', '12:00'), 'pause'], [at('16', '13:00'), 'retarget', { target: targetOf(3600) }], [at('16', '14:00'), 'resume']);
    expect(state(events, at('16', '14:00'))).toMatchObject({ state: 'running', breachedByRetarget: true, dueAt: ms(at('16', '14:30')), remainingMs: HOUR / 2 });
  });
  it('with a due time set by hand is moved by nothing', () => {
    const due = ms(at('19', '12:00'));
    const events = eventsOf([at('16', '09:00'), 'start', eight], [at('16', '10:00'), 'fix', { due, reason: 'agreed' }], [at('16', '11:00'), 'pause'], [at('17', '11:00'), 'resume'], [at('17', '12:00'), 'retarget', { target: targetOf(60) }]);
    for (const n of [2, 3, 4, 5]) expect(state(events.slice(0, n), at('17', '12:30'))).toMatchObject({ dueAt: due, fixed: true });
    expect(state(events, at('19', '12:01'))).toMatchObject({ breachedAt: due });
  });
  it('lists what makes no sense and goes on', () => {
    const events = eventsOf([at('16', '08:00'), 'stop', { outcome: 'replied' }], [at('16', '09:00'), 'start', eight], [at('16', '10:00'), 'resume'], [at('16', '10:30'), 'start', eight], [at('16', '11:00'), 'cancel', { reason: 'spam' }], [at('16', '12:00'), 'stop', { outcome: 'replied' }]);
    expect(state([...events, { seq: 7, at: 0, type: 'fly', payload: {} } as unknown as ClockEvent], at('17', '09:00'))).toMatchObject({
      state: 'cancelled', outcomeReason: 'spam', usedMs: 2 * HOUR,
      ignored: [{ seq: 1, why: 'not_started' }, { seq: 3, why: 'not_paused' }, { seq: 4, why: 'already_started' }, { seq: 6, why: 'closed' }, { seq: 7, why: 'unknown' }],
    });
  });
  it('that cannot be computed says why', () => {
    expect(state(eventsOf([at('16', '09:00'), 'start', { target: targetOf(0), calendar: 'OFFICE' }]), at('16', '10:00'))).toMatchObject({ state: 'error', error: 'target.not_positive', dueAt: null });
    expect(state(eventsOf([at('16', '09:00'), 'start', { target: targetOf(30_000 * 3600), calendar: 'OFFICE' }]), at('16', '10:00'))).toMatchObject({ state: 'error', error: 'calendar.horizon_exceeded' });
  });
  it('measures what was used as it was, and the rest under the corrected calendar', () => {
    const events = eventsOf([at('20', '17:00'), 'start', { target: targetOf(8 * 3600), calendar: 'ALWAYS' }], [at('20', '00:00'), 'correct', { voids: [], calendar: 'OFFICE', note: 'wrong calendar' }]);
    expect(state(events, at('21', '00:00'))).toMatchObject({ calendar: 'OFFICE', usedMs: 0, dueAt: ms(at('23', '16:00')) });
  });
});

describe('a clock of days or months', () => {
  const starting = (unit: 'business_days' | 'calendar_days' | 'calendar_months', amount: number, change = {}) => ({ target: targetOf(amount, { unit, ...change }), calendar: 'OFFICE' });
  it.each(cases.businessDayCases)('$id counts open days', (c) => {
    expect(iso(state(eventsOf([c.start, 'start', starting('business_days', c.businessDays)]), c.start).dueAt)).toBe(iso(ms(c.due)));
  });
  it('does not count an open day whose end falls into a pause', () => {
    const events = eventsOf([at('17', '15:00'), 'start', starting('business_days', 2)], [at('18', '16:00'), 'pause'], [at('18', '18:00'), 'resume'], [at('19', '09:00'), 'pause'], [at('19', '10:00'), 'resume']);
    expect(iso(state(events, at('19', '10:00')).dueAt)).toBe(iso(ms(at('20', '17:00'))));
  });
  it('is due by law at the end of the day, and to be done before that', () => {
    const events = eventsOf([at('24', '09:00'), 'start', starting('calendar_months', 1, { roll: 'following' })]);
    expect(state(events, at('24', '10:00'))).toMatchObject({ legalDueAt: ms('2026-12-25T00:00+02:00'), dueAt: ms('2026-12-22T17:00+02:00') });
    expect(state([...events, ...eventsOf(['2026-12-24T23:59:59.999+02:00', 'stop', { outcome: 'done' }])].map((e, i) => ({ ...e, seq: i + 1 })), '2027-01-01T00:00Z')).toMatchObject({ state: 'met', breachedAt: null });
    expect(state(events, '2026-12-25T00:00:00+02:00')).toMatchObject({ state: 'running', breachedAt: ms('2026-12-25T00:00+02:00') });
  });
  it('is extended from the receipt, not from the rolled end', () => {
    const start = '2026-03-05T12:00:00+02:00';
    const events = eventsOf([start, 'start', starting('calendar_months', 1, { roll: 'following' })], ['2026-04-01T12:00:00+03:00', 'retarget', { target: targetOf(3, { unit: 'calendar_months', roll: 'following' }) }]);
    expect(iso(state(events.slice(0, 1), start).legalDueAt)).toBe(iso(ms('2026-04-08T00:00+03:00')));
    expect(iso(state(events, '2026-04-01T12:00:00+03:00').legalDueAt)).toBe(iso(ms('2026-06-06T00:00+03:00')));
  });
  it('moves by the midnights of a suspension, and refuses a hand-set due time after the legal one', () => {
    const events = eventsOf([at('02', '09:00'), 'start', starting('calendar_days', 14)], [at('03', '09:00'), 'suspend', { reason: 'identity_check' }], [at('05', '09:00'), 'unsuspend', {}], [at('06', '09:00'), 'fix', { due: ms(at('20', '12:00')), reason: 'x' }]);
    expect(state(events.slice(0, 2), at('04', '09:00'))).toMatchObject({ state: 'suspended', dueAt: null, legalDueAt: null });
    expect(state(events, at('06', '10:00'))).toMatchObject({ legalDueAt: ms(at('19', '00:00')), ignored: [{ seq: 4, why: 'after_legal' }] });
  });
  it('of fourteen days that must not become seventeen ends on the working day before', () => {
    const due = (start: string) => state(eventsOf([start, 'start', starting('calendar_days', 14, { roll: 'preceding', bufferBusinessDays: 0 })]), start).dueAt;
    expect(iso(due('2026-12-11T10:00:00+02:00'))).toBe(iso(ms('2026-12-23T17:00+02:00')));
    expect(iso(due('2026-10-17T10:00:00+03:00'))).toBe(iso(ms('2026-10-30T17:00+02:00')));
  });
});
