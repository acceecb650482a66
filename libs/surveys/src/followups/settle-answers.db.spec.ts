import { aCustomer } from '@kaiku/customers/testing';
import { PolicyBook } from '@kaiku/deadlines';
import { aCalendar, aPolicy, aTarget } from '@kaiku/deadlines/testing';
import { aStaffMember, aTeam } from '@kaiku/staff/testing';
import { aTicket } from '@kaiku/tickets/testing';
import { anInvitation, aSurvey, openSurveyPages, type BuiltSurvey, type SurveyPages } from '../testing';
import { DueAnswers, SettleAnswerHandler } from './settle-answers.job';

let pages: SurveyPages;
let survey: BuiltSurvey;
let customerId: string;
let teamId: string;
let lead: string;
let agent: string;
let original: string;
beforeAll(async () => (pages = await openSurveyPages()));
afterAll(() => pages.close());
beforeEach(async () => {
  await pages.db.clear();
  // A Monday at eleven in Helsinki.
  pages.clock.set('2026-11-23T09:00:00Z');
  survey = await aSurvey(pages.db);
  customerId = (await aCustomer(pages.db)).id;
  teamId = (await aTeam(pages.db)).id;
  lead = (await aStaffMember(pages.db, { teamIds: [teamId], leadTeamIds: [teamId] })).id;
  agent = (await aStaffMember(pages.db, { teamIds: [teamId] })).id;
  await aCalendar(pages.db);
  // Eight hours of a business day from nine to five.
  await aPolicy(pages.db, [aTarget('first_reply', 8)], { kinds: ['survey'], answerWanted: true });
  pages.app.get(PolicyBook, { strict: false }).forget();
  original = (await aTicket(pages.db, { teamId, customerId, assigneeId: agent, status: 'solved', solvedAt: '2026-11-22T09:00:00Z' })).id;
});

const sql: SurveyPages['db']['sql'] = (text, values) => pages.db.sql(text, values);
const invited = (given: Partial<Parameters<typeof anInvitation>[1]> = {}) => anInvitation(pages.db, { survey, customerId, ticketId: original, snapshot: { teamId, agentId: agent }, ...given });
const minutes = (n: number) => pages.clock.advance(n * 60_000);
async function settle(): Promise<number> {
  const due = await pages.app.get(DueAnswers, { strict: false }).claim(100);
  for (const row of due) await pages.app.get(SettleAnswerHandler, { strict: false }).run(row);
  return due.length;
}
const surveyTickets = () => sql<{ status: string; assignee: string | null; wanted: boolean; due: string | null; reason: string | null; customer: string; follows: string | null }>(
  `SELECT status, assignee_id AS assignee, answer_wanted AS wanted, next_due_at AS due, no_reply_reason AS reason, customer_id AS customer, follow_up_of AS follows FROM ticket WHERE kind = 'survey' ORDER BY number`);
const entries = () => sql<{ kind: string; body: string }>(`SELECT e.kind, e.body FROM ticket_entry e JOIN ticket t ON t.id = e.ticket_id WHERE t.kind = 'survey' AND e.kind <> 'system' ORDER BY e.id`);
const followups = () => sql('SELECT rule, kind, state FROM survey_followup ORDER BY rule');

it('an answer that asks for nothing is a ticket of the customer, closed at once, without a clock', async () => {
  const { token } = await invited();
  await pages.answer(token, { 'q-csat': '5', 'q-comment': 'Kiitos nopeasta avusta' });
  expect(await settle()).toBe(0);
  minutes(15);
  expect(await settle()).toBe(1);
  expect(await surveyTickets()).toEqual([{ status: 'solved', assignee: null, wanted: false, due: null, reason: 'no_reply_wanted', customer: customerId, follows: original }]);
  expect(await entries()).toEqual([{ kind: 'survey_answer', body: 'Miten tyytyväinen olet siihen, miten hoidimme asiasi?\n5 – Hyvin tyytyväinen\n\nMitä voisimme tehdä paremmin?\nKiitos nopeasta avusta' }]);
  expect(await sql('SELECT 1 FROM deadline d JOIN ticket t ON t.id = d.subject_id WHERE t.kind = \'survey\'')).toEqual([]);
  expect(await sql('SELECT ticket_id IS NOT NULL AS has FROM survey_answer')).toEqual([{ has: true }]);
  expect([await followups(), await settle()]).toEqual([[], 0]);
});

it('A-32 a low score that asks for contact is one open ticket of the lead’s with a due date, however often it is sent', async () => {
  const { token } = await invited();
  for (let i = 0; i < 4; i++) await pages.answer(token, { 'q-csat': '1', 'q-comment': 'Odotin viikon', contact: 'yes' });
  minutes(15);
  await settle();
  const [ticket, ...more] = await surveyTickets();
  expect(more).toEqual([]);
  expect(ticket).toMatchObject({ status: 'open', assignee: lead, wanted: true, customer: customerId, follows: original });
  // Answered on Monday: one business day.
  expect(new Date(ticket!.due!).toISOString().slice(0, 10)).toBe('2026-11-24');
  expect((await entries())[0]!.body).toContain('Kyllä, ottakaa yhteyttä');
  await pages.answer(token, { 'q-csat': '1', 'q-comment': 'Vieläkin', contact: 'yes' });
  minutes(15);
  await settle();
  expect([(await surveyTickets()).length, await followups(), (await entries()).length]).toEqual([1, [{ rule: 'contact', kind: 'contact', state: 'open' }], 2]);
});

it('A-32 it is never the rated agent’s, even if they lead the team', async () => {
  const { token } = await invited({ snapshot: { teamId, agentId: lead } });
  await pages.answer(token, { 'q-csat': '1', contact: 'yes' });
  minutes(15);
  await settle();
  expect(await surveyTickets()).toMatchObject([{ status: 'open', assignee: null }]);
});

it('a low score without a wish is a note to ourselves, once', async () => {
  const { token } = await invited();
  await pages.answer(token, { 'q-csat': '2', contact: 'no' });
  minutes(15);
  await settle();
  expect(await surveyTickets()).toMatchObject([{ status: 'solved', assignee: null, due: null }]);
  expect((await entries()).map((e) => e.kind)).toEqual(['survey_answer', 'note']);
  await pages.answer(token, { 'q-csat': '1' });
  minutes(15);
  await settle();
  expect([(await entries()).map((e) => e.kind), await followups()]).toEqual([['survey_answer', 'note', 'survey_answer'], [{ rule: 'low:csat', kind: 'improvement', state: 'settled' }]]);
});

it('a slip put right within the grace leaves no trace; a wish that comes later opens the same ticket', async () => {
  const { token } = await invited();
  await pages.answer(token, { 'q-csat': '1', 'q-comment': 'Oho' });
  minutes(10);
  await pages.answer(token, { 'q-csat': '5' });
  minutes(10);
  expect(await settle()).toBe(0);
  minutes(5);
  await settle();
  expect([await followups(), (await surveyTickets()).length]).toEqual([[], 1]);
  pages.clock.set('2026-11-24T09:00:00Z');
  await pages.answer(token, { 'q-csat': '2', contact: 'yes' });
  minutes(15);
  await settle();
  const [ticket, ...more] = await surveyTickets();
  expect(more).toEqual([]);
  expect(ticket).toMatchObject({ status: 'open', assignee: lead, wanted: true });
  expect(new Date(ticket!.due!).toISOString().slice(0, 10)).toBe('2026-11-25');
});

it('A-04 held answers become nothing: no ticket, no follow-up', async () => {
  const { token } = await invited();
  for (const rating of ['1', '2', '3', '4', '5']) await pages.answer(token, { 'q-csat': rating, contact: 'yes' }, 4);
  minutes(20);
  await settle();
  expect([await surveyTickets(), await followups()]).toEqual([[], []]);
});

it('two workers settle it once', async () => {
  const { token } = await invited();
  await pages.answer(token, { 'q-csat': '1', contact: 'yes' });
  minutes(15);
  const [row] = await pages.app.get(DueAnswers, { strict: false }).claim(100);
  const handler = pages.app.get(SettleAnswerHandler, { strict: false });
  expect((await Promise.all([handler.run(row!), handler.run(row!), handler.run(row!)])).filter((o) => o === 'done')).toHaveLength(1);
  expect(await surveyTickets()).toHaveLength(1);
});
