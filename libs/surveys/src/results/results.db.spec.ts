import { aCustomer } from '@kaiku/customers/testing';
import { newId, viewerOf, type StaffActor } from '@kaiku/kernel';
import { aTeam, anActorWith } from '@kaiku/staff/testing';
import { aTicket, staffIn } from '@kaiku/tickets/testing';
import { ReviewAnswer } from '../commands/review-answer';
import { DueAnswers, SettleAnswerHandler } from '../followups/settle-answers.job';
import { anInvitation, aSurvey, openSurveyPages, type BuiltSurvey, type SurveyPages } from '../testing';
import { HeldAnswersQueries } from './held-answers.queries';
import { SurveyResultsQueries } from './results.queries';

let pages: SurveyPages;
let survey: BuiltSurvey;
let lead: StaffActor;
beforeAll(async () => (pages = await openSurveyPages()));
afterAll(() => pages.close());
beforeEach(async () => {
  await pages.db.clear();
  pages.clock.set('2026-11-23T09:00:00Z');
  survey = await aSurvey(pages.db);
  lead = await staffIn(pages.db, [], { roles: ['supervisor'] });
});

const sql: SurveyPages['db']['sql'] = (text, values) => pages.db.sql(text, values);
const results = async (over: object = {}, who: StaffActor = lead) => pages.app.get(SurveyResultsQueries, { strict: false }).results(viewerOf(who, 'reporting'), { surveyId: survey.id, from: '2026-11-01', to: '2026-12-01', ...over });
const held = () => pages.app.get(HeldAnswersQueries, { strict: false }).page(viewerOf(lead), { first: 50, after: null });
const review = (answerId: string, decision: string) => pages.app.get(ReviewAnswer, { strict: false }).run(lead, { answerId, decision, reason: 'Katsottu' });

/** One who was asked, and what they answered. */
async function asked(o: { rating?: number | null; status?: string; state?: 'sent' | 'bounced' | 'answered'; teamId?: string; agentId?: string; at?: string; comment?: string; ticketId?: string } = {}): Promise<string> {
  const { id: customerId } = await aCustomer(pages.db);
  const { id } = await anInvitation(pages.db, { survey, customerId, ticketId: o.ticketId, snapshot: { teamId: o.teamId, agentId: o.agentId }, dispatchedAt: o.at ?? '2026-11-20T09:00:00Z', state: o.state ?? 'sent' });
  if (o.state === 'bounced') await sql(`UPDATE survey_invitation SET bounced_at = '2026-11-20T10:00:00Z' WHERE id = $1`, [id]);
  if (o.rating !== undefined) {
    await sql(`INSERT INTO survey_answer (id, invitation_id, revision, answers, rating, comment, status, submitted_at) VALUES ($1, $2, 1, $3, $4, $5, $6, '2026-11-20T15:00:00Z')`, [
      newId(), id, JSON.stringify(o.rating === null ? { comment: 'x' } : { csat: String(o.rating) }), o.rating, o.comment ?? null, o.status ?? 'accepted',
    ]);
    if ((o.status ?? 'accepted') === 'accepted') await sql(`UPDATE survey_invitation SET answered_at = '2026-11-20T15:00:00Z' WHERE id = $1`, [id]);
  }
  return id;
}

it('A-21 of nothing there is no score; of four it is not shown, nor what would tell it', async () => {
  expect(await results()).toMatchObject({ dispatched: 0, responseRate: null, medianHours: null, questions: [{ n: 0, sample: 'none', score: null, counts: null }] });
  for (let i = 0; i < 4; i++) await asked({ rating: 5 });
  expect(await results()).toMatchObject({ answered: 4, medianHours: null, questions: [{ n: 4, k: 0, sample: 'hidden', score: null, mean: null, counts: null }] });
  await asked({ rating: 1 });
  expect(await results()).toMatchObject({ answered: 5, medianHours: 6, questions: [{ n: 5, sample: 'small', score: { value: 80 }, counts: [1, 0, 0, 0, 4] }] });
});

it('A-22 who skipped the rating, was held, rejected or answered anew is in no score', async () => {
  for (const rating of [5, 5, 4, 2, 1]) await asked({ rating });
  const before = await results();
  for (let i = 0; i < 50; i++) await asked({ rating: null });
  for (const status of ['quarantined', 'rejected', 'superseded']) await asked({ rating: 1, status });
  const after = (await results())!;
  expect(after.questions).toEqual(before!.questions);
  expect([after.answered, after.dispatched, after.held]).toEqual([5, 58, 1]);
});

it('A-23 with a filter the rate is that of a count by hand: who was asked and who answered pass the same one', async () => {
  const [team, agent] = [(await aTeam(pages.db)).id, newId()];
  const other = newId();
  for (const rating of [5, 4, 3, 2, 1]) await asked({ rating, teamId: team, agentId: agent });
  for (let i = 0; i < 3; i++) await asked({ teamId: team, agentId: agent });
  await asked({ state: 'bounced', teamId: team, agentId: agent });
  for (let i = 0; i < 12; i++) await asked({ teamId: team, agentId: other });
  await asked({ rating: 5, agentId: agent, teamId: newId() });
  await asked({ rating: 5, teamId: team, agentId: agent, at: '2026-10-31T21:59:00Z' });
  // Nine asked in November (31 October 23:59 in Helsinki is not in it), one bounced: five of eight.
  expect(await results({ agentId: agent, teamId: team })).toMatchObject({ dispatched: 9, bounced: 1, delivered: 8, answered: 5, responseRate: { value: 62.5 }, questions: [{ n: 5, score: { value: 40 } }] });
  expect(await results({ teamId: team })).toMatchObject({ delivered: 20, answered: 5, responseRate: { value: 25 } });
});

it('A-24 moving the case later, or taking it from somebody, moves no figure', async () => {
  const [team, agent] = [(await aTeam(pages.db)).id, newId()];
  const ticket = await aTicket(pages.db, { teamId: team, status: 'solved' });
  for (let i = 0; i < 5; i++) await asked({ rating: 5, teamId: team, agentId: agent, ticketId: ticket.id });
  const before = await results({ agentId: agent, teamId: team });
  await sql('UPDATE ticket SET team_id = $2, assignee_id = NULL WHERE id = $1', [ticket.id, (await aTeam(pages.db)).id]);
  expect(await results({ agentId: agent, teamId: team })).toEqual(before);
  expect(before).toMatchObject({ answered: 5 });
});

it('reasons for not asking are counted, and comments lead to their tickets', async () => {
  const ticket = await aTicket(pages.db, { kind: 'survey', status: 'solved', noReplyReason: 'x' });
  const invitation = await asked({ rating: 2, comment: 'Hidasta' });
  await sql('UPDATE survey_answer SET ticket_id = $2 WHERE invitation_id = $1', [invitation, ticket.id]);
  for (const reason of ['throttled', 'throttled', 'objection']) await sql(`INSERT INTO survey_decision (id, survey_id, stage, reason, at) VALUES ($1, $2, 'claim', $3, '2026-11-20T09:00:00Z')`, [newId(), survey.id, reason]);
  expect((await results())!.skipped).toEqual([{ reason: 'throttled', count: 2 }, { reason: 'objection', count: 1 }]);
  const comments = (who: StaffActor) => pages.app.get(SurveyResultsQueries, { strict: false }).comments(viewerOf(who), { surveyId: survey.id, from: '2026-11-01', to: '2026-12-01' }, 50);
  expect(await comments(lead)).toMatchObject([{ text: 'Hidasta', rating: 2, ticketId: ticket.id }]);
  expect([await comments(anActorWith(['admin'])), await results({}, anActorWith(['agent']))]).toEqual([[], null]);
});

it('A-33 a held low score counts and is followed up once when somebody says that a person gave it', async () => {
  const { id: customerId } = await aCustomer(pages.db);
  const team = await aTeam(pages.db);
  const { token } = await anInvitation(pages.db, { survey, customerId, snapshot: { teamId: team.id } });
  await pages.answer(token, { 'q-csat': '1', contact: 'yes', website: 'x' });
  const [answer] = (await held()).nodes;
  expect(answer).toMatchObject({ reason: 'trap_filled', rating: 1, posts: 1 });
  expect((await results())!.answered).toBe(0);
  await review(answer!.id, 'accepted');
  await expect(review(answer!.id, 'rejected')).rejects.toMatchObject({ code: 'survey.answer_not_held' });
  for (let i = 0; i < 2; i++) for (const row of await pages.app.get(DueAnswers, { strict: false }).claim(10)) await pages.app.get(SettleAnswerHandler, { strict: false }).run(row);
  expect([(await held()).nodes, (await results())!.answered, await sql('SELECT rule FROM survey_followup'), await sql(`SELECT status FROM ticket WHERE kind = 'survey'`)]).toEqual([[], 1, [{ rule: 'contact' }], [{ status: 'open' }]]);
});

it('rejected it counts in nothing, and the person can still answer', async () => {
  const { id: customerId } = await aCustomer(pages.db);
  const { token } = await anInvitation(pages.db, { survey, customerId });
  await pages.answer(token, { 'q-csat': '1', website: 'x' });
  await review((await held()).nodes[0]!.id, 'rejected');
  pages.clock.advance(90 * 3_600_000);
  expect((await pages.answer(token, { 'q-csat': '4' })).status).toBe(303);
  expect((await results())!.answered).toBe(1);
  await expect(review(newId(), 'accepted')).rejects.toMatchObject({ code: 'survey.answer_not_found' });
});
