import { createIntl } from 'react-intl';
import { formatsFor } from '../i18n/formats';
import type { Translate } from '../i18n/intl';
import en from '../i18n/en.json';
import fi from '../i18n/fi.json';
import sv from '../i18n/sv.json';
import { lookOf, stripOf, workLeft, type Cell, type ClockFacts } from './clock-state';
import { chipWords } from './clock-words';
import { leftSpan, workSpan } from './when-words';

const catalogues = { en, fi, sv };
const translate = (locale: keyof typeof catalogues): Translate => {
  const intl = createIntl({ locale, messages: catalogues[locale] });
  return (id, values) => intl.formatMessage({ id }, values);
};
/** Monday 16 November 2026 in Helsinki. */
const at = (time: string, day = '16'): string => `2026-11-${day}T${time}:00.000+02:00`;
const clock = (more: Partial<ClockFacts> = {}): ClockFacts => ({ metric: 'NEXT_REPLY', state: 'RUNNING', dueAt: at('14:30'), warnAt: at('13:42'), nextOpenAt: null, ...more });

describe('what a clock looks like, and what the list says of it', () => {
  it.each<[string, Partial<ClockFacts>, string, string, string | null, string | null, string | null]>([
    ['calm, today', {}, at('10:30'), 'calm', 'by 14:30', 'klo 14.30 mennessä', 'senast 14.30'],
    ['calm, tomorrow', { dueAt: at('09:40', '17'), warnAt: at('16:00') }, at('10:30'), 'calm', 'tomorrow 9:40', 'huomenna 9.40', 'i morgon 9.40'],
    ['calm, this week', { dueAt: at('16:00', '19'), warnAt: at('12:00', '19') }, at('10:30'), 'calm', 'Thu 16:00', 'to 16.00', 'tors 16.00'],
    ['calm, far off', { dueAt: '2026-12-03T14:00:00.000Z', warnAt: null }, at('10:30'), 'calm', '3 Dec', '3.12.', '3.12'],
    ['the last instant before the warning', {}, '2026-11-16T13:41:59.999+02:00', 'calm', 'by 14:30', 'klo 14.30 mennessä', 'senast 14.30'],
    ['soon, from the warning on', {}, at('14:06'), 'soon', 'Reply in 24 min', 'Vastaus: 24 min aikaa', 'Svar inom 24 min'],
    ['soon, but hours away', { warnAt: at('11:00'), metric: 'RESOLUTION' }, at('12:00'), 'soon', 'Solution by 14:30', 'Ratkaisu klo 14.30 mennessä', 'Lösning senast 14.30'],
    ['late, from the due instant on', {}, at('14:30'), 'late', 'Reply 1 min late', 'Vastaus 1 min myöhässä', 'Svar 1 min försenat'],
    ['late by minutes', {}, at('14:42'), 'late', 'Reply 12 min late', 'Vastaus 12 min myöhässä', 'Svar 12 min försenat'],
    ['late by hours', { metric: 'CALLBACK' }, at('18:00'), 'late', 'Call back 3 h late', 'Takaisinsoitto 3 t myöhässä', 'Återuppringning 3 h försenad'],
    ['late by days', {}, at('15:00', '20'), 'late', 'Reply 4 days late', 'Vastaus 4 pv myöhässä', 'Svar 4 dagar försenat'],
    ['late goes before closed hours', { nextOpenAt: at('08:00', '17') }, at('18:00'), 'late', 'Reply 3 h late', 'Vastaus 3 t myöhässä', 'Svar 3 h försenat'],
    ['closed hours', { dueAt: at('11:00', '23'), warnAt: at('16:50', '20'), nextOpenAt: at('08:00', '23') }, at('18:00', '20'), 'closed', 'Opens Mon 8:00', 'Aukeaa ma 8.00', 'Öppnar mån 8.00'],
    ['open again since it was read', { dueAt: at('11:00', '23'), warnAt: at('10:00', '23'), nextOpenAt: at('08:00', '23') }, at('08:00', '23'), 'calm', 'by 11:00', 'klo 11.00 mennessä', 'senast 11.00'],
    ['a limit of the law', { metric: 'STATUTORY', dueAt: '2026-12-03T14:00:00.000Z', warnAt: null }, at('10:30'), 'calm', 'Legal deadline 3 Dec', 'Lain määräaika 3.12.', 'Lagens frist 3.12'],
    ['paused', { state: 'PAUSED', dueAt: null, metric: 'RESOLUTION' }, at('10:30'), 'paused', null, null, null],
    ['suspended', { state: 'SUSPENDED', dueAt: null, metric: 'STATUTORY' }, at('10:30'), 'suspended', null, null, null],
    ['met', { state: 'MET' }, at('15:00'), 'met', null, null, null],
    ['missed and done', { state: 'LATE' }, at('15:00'), 'missed', null, null, null],
    ['waived', { state: 'WAIVED' }, at('15:00'), 'waived', null, null, null],
    ['cancelled', { state: 'CANCELLED' }, at('15:00'), 'cancelled', null, null, null],
    ['not to be calculated', { state: 'ERROR', dueAt: null }, at('15:00'), 'error', 'Deadline not known', 'Määräaika ei tiedossa', 'Tidsfristen är okänd'],
  ])('%s', (_, more, now, look, ...words) => {
    const facts = clock(more);
    expect(lookOf(facts, Date.parse(now))).toBe(look);
    const said = (['en', 'fi', 'sv'] as const).map((locale) => chipWords(facts, Date.parse(now), translate(locale), formatsFor(locale, 'Europe/Helsinki'))?.text ?? null);
    expect(said.map((text) => text?.replaceAll('\u00a0', ' ') ?? null)).toEqual(words);
  });

  it('is a whole sentence for ears', () => {
    const say = (locale: keyof typeof catalogues, now: string) => chipWords(clock({ metric: 'FIRST_REPLY' }), Date.parse(now), translate(locale), formatsFor(locale, 'Europe/Helsinki'))?.sentence;
    expect(say('en', at('10:30'))).toBe('First reply due today 14:30');
    expect(say('fi', at('10:30'))).toBe('Ensimmäisen vastauksen määräaika on tänään klo 14.30');
    expect(say('sv', at('14:42'))).toBe('Första svar är 12 min försenat, tidsfristen var i dag 14.30');
  });
});

describe('working time left', () => {
  const read = Date.parse(at('12:00'));
  const left = (more: Partial<ClockFacts> & { remainingWorkMs: number | null }, now: string) => workLeft({ ...clock(more), remainingWorkMs: more.remainingWorkMs }, read, Date.parse(now));
  const hour = 3_600_000;
  it('runs with the clock while nothing closes before the due time', () => expect(left({ remainingWorkMs: 2.5 * hour }, at('14:00'))).toBe(hour / 2));
  it('stands while the calendar is closed', () => expect(left({ remainingWorkMs: hour, dueAt: at('09:00', '17'), nextOpenAt: at('08:00', '17') }, at('20:00'))).toBe(hour));
  it('is asked for again when a break lies between', () => expect(left({ remainingWorkMs: 6 * hour, dueAt: at('09:00', '17') }, at('12:05'))).toBeNull());
  it('is as it was read for a minute', () => expect(left({ remainingWorkMs: 6 * hour, dueAt: at('09:00', '17') }, '2026-11-16T12:00:59+02:00')).toBe(6 * hour));
  it('is nothing where nothing is counted', () => expect(left({ remainingWorkMs: null }, at('12:01'))).toBeNull());
  it('is said in hours, however many', () => expect([30_000, 42 * 60_000, 4 * hour, 130 * 60_000, 45 * hour].map((ms) => workSpan(ms, translate('fi')))).toEqual(['alle 1 min', '42 min', '4 t', '2 t 10 min', '45 t']));
  it('makes up what is allowed with what is used, whatever the second', () => expect([60_000 * 60 - 2_000, 61_000, 30_000].map((ms) => leftSpan(ms, translate('fi')))).toEqual(['1 t', '2 min', 'alle 1 min']));
});

describe('the three cells', () => {
  const cell = (metric: Cell['metric'], state: Cell['state'], more: Partial<Cell> = {}): Cell => ({ ...clock(), id: `${metric}${more.cycle ?? 1}`, cycle: 1, stoppedAt: state === 'RUNNING' ? null : at('12:00'), outcomeReason: null, metric, state, ...more });
  const ids = (cells: Cell[]) => stripOf(cells).map(({ id }) => id);
  it('are in the order of a matter, newest cycle of each', () =>
    expect(ids([cell('RESOLUTION', 'RUNNING'), cell('NEXT_REPLY', 'MET'), cell('NEXT_REPLY', 'RUNNING', { cycle: 2 }), cell('FIRST_REPLY', 'MET')])).toEqual(['FIRST_REPLY1', 'NEXT_REPLY2', 'RESOLUTION1']));
  it('never leave out the law, and what runs goes before what has ended', () =>
    expect(ids([cell('ACKNOWLEDGE', 'MET'), cell('FIRST_REPLY', 'MET'), cell('NEXT_REPLY', 'RUNNING'), cell('PROGRESS_UPDATE', 'RUNNING', { dueAt: at('12:00', '20') }), cell('STATUTORY', 'RUNNING', { dueAt: at('12:00', '30') })])).toEqual(['NEXT_REPLY1', 'PROGRESS_UPDATE1', 'STATUTORY1']));
  it('leave out a cycle that was folded back', () =>
    expect(ids([cell('NEXT_REPLY', 'MET'), cell('NEXT_REPLY', 'CANCELLED', { cycle: 2, outcomeReason: 'folded_back' })])).toEqual(['NEXT_REPLY1']));
});
