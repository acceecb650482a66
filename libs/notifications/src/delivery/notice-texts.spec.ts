import '../notifications.module';
import { durationIn, textOf } from './notice-texts';

const params = { metric: 'FIRST_REPLY', dueAt: '2026-11-23T09:00:00.000Z', remainingWorkMs: 7_800_000, late: false };

test('a warning in each language, by the desk\'s clock', () => {
  const of = (locale: 'en' | 'fi' | 'sv') => textOf({ cause: 'deadline_warn', ticketNumber: 10482, params, locale }, 'Europe/Helsinki');
  expect(of('en')).toEqual({ title: expect.stringMatching(/^Ticket 10482: first reply due Mon,? 23\/11,? 11:00$/), detail: '2 hr 10 min of working time left.' });
  expect(of('fi')).toEqual({ title: expect.stringMatching(/^Tiketti 10482: ensimmäinen vastaus, määräaika ma 23\.11\..* 11\.00$/), detail: expect.stringMatching(/^Työaikaa jäljellä 2\st.{0,6} 10\smin\.$/) });
  expect(of('sv').title).toMatch(/^Ärende 10482: första svar senast mån 23\/11.* 11:00$/);
});

test('overdue says how long, a late reminder says that it is late', () => {
  const { title, detail } = textOf({ cause: 'deadline_late', ticketNumber: 10482, params: { ...params, remainingWorkMs: -1_800_000, late: true }, locale: 'en' }, 'Europe/Helsinki');
  expect(title).toMatch(/^Ticket 10482 is late: first reply was due Mon,? 23\/11,? 11:00$/);
  expect(detail).toBe('Late by 30 min of working time. This reminder itself comes late.');
});

test('a digest counts', () => {
  expect(textOf({ cause: 'digest', ticketNumber: null, params: { count: 6, late: 2, numbers: [10001, 10002] }, locale: 'en' }, 'Europe/Helsinki')).toEqual({ title: '6 reminders about deadlines', detail: '2 are late. Tickets: #10001, #10002' });
});

test('durations are rounded down to the minute', () => {
  expect([0, 59_999, 60_000, 3_600_000, 5_400_000].map((ms) => durationIn('en', ms))).toEqual(['0 min', '0 min', '1 min', '1 hr', '1 hr 30 min']);
});
