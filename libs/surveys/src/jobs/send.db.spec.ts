import { system } from '@kaiku/kernel';
import { PlanInvitations } from '../commands/plan-invitations';
import { WithdrawAfterReopening } from '../commands/withdraw-after-reopening';
import { aSurvey } from '../testing';
import { openSurveyDesk, type SurveyDesk } from '../testing/survey-desk';
import { surveyTokenHash } from '../tokens';
import { DueInvitations, SendInvitationHandler } from './send.job';
import { PlanOnSolvedHandler } from './plan.job';

let desk: SurveyDesk;
beforeAll(async () => {
  desk = await openSurveyDesk();
});
afterAll(() => desk.close());
beforeEach(() => desk.clear());

const ACTOR = system('test');
const plan = (ticket: { ticketId: string; version: number }) => desk.get(PlanInvitations).run(ACTOR, ticket.ticketId, ticket.version);
const reasons = async () => (await desk.db.sql<{ stage: string; reason: string }>('SELECT stage, reason FROM survey_decision ORDER BY at, id')).map((d) => `${d.stage}: ${d.reason}`);
const DAY = 86_400_000;

test('a solved ticket is asked about once, with the words, links and headers of its language, and only the hash of its token is kept', async () => {
  await aSurvey(desk.db);
  const ticket = await desk.solved({ language: 'fi' });
  await plan(ticket);
  expect(await desk.send(2)).toEqual(['done']);
  expect(await desk.send()).toEqual([]);
  expect(desk.sink.arrivals).toHaveLength(1);
  const raw = desk.sink.arrivals[0]!.raw;
  const unfolded = raw.replace(/\r\n[ \t]/g, ' ');
  expect(unfolded).toMatch(/^Auto-Submitted: auto-generated/m);
  expect(unfolded).toMatch(/^List-Unsubscribe: <http:\/\/127\.0\.0\.1[^>]*\/u\/[\w-]{92}>/m);
  expect(unfolded).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
  expect(unfolded).toMatch(/^Reply-To: Lumo <reply\+/m);
  expect(unfolded).toMatch(/^Message-ID: <inv-[0-9a-f-]{36}\.[0-9a-f]{24}@lumo\.example>/m);
  expect(unfolded).toMatch(/^Content-Language: fi/m);
  const text = decoded(raw);
  for (const rating of [1, 2, 3, 4, 5]) expect(text).toMatch(new RegExp(`/s/[\\w-]{43}\\?r=${rating}\\b`));
  expect(text).toContain('5 – Hyvin tyytyväinen');
  const token = /\/s\/([\w-]{43})/.exec(text)![1]!;
  const [row] = await desk.db.sql<{ token_hash: Buffer; state: string; dump: string }>(`SELECT token_hash, state, i::text AS dump FROM survey_invitation i`);
  expect(row!.token_hash.equals(surveyTokenHash(token))).toBe(true);
  expect(row!.state).toBe('sent');
  expect(row!.dump).not.toContain(token);
  expect(await reasons()).toEqual(['plan: eligible', 'send: eligible']);
});

test('planning twice decides once', async () => {
  await aSurvey(desk.db);
  const { ticketId, version, teamId } = await desk.solved();
  const news = { ticketId, number: 1, version, teamId, changed: [], actorId: null };
  expect(await desk.get(PlanOnSolvedHandler).run(news)).toBe('done');
  expect(await desk.get(PlanOnSolvedHandler).run(news)).toMatch(/^skipped/);
  expect(await desk.states()).toHaveLength(1);
});

test('A-09 50 workers plan and send 200 solved tickets of one person: one mail', async () => {
  await aSurvey(desk.db);
  const first = await desk.solved({ email: 'yksi@kotiposti.example' });
  const tickets = [first];
  for (let i = 1; i < 200; i++) tickets.push(await desk.solved({ customerId: first.customerId }));
  await inParallel(50, tickets, plan);
  const rows = await desk.get(DueInvitations).claim(500);
  await Promise.all(rows.flatMap((row) => [row, row]).map((row) => desk.get(SendInvitationHandler).run(row)));
  expect(desk.sink.arrivals).toHaveLength(1);
  expect((await reasons()).filter((r) => r === 'plan: throttled')).toHaveLength(199);
});

test('A-10 two people who share an address: one mail', async () => {
  await aSurvey(desk.db);
  const tickets = [await desk.solved({ email: 'yhteinen@kotiposti.example' }), await desk.solved({ email: 'yhteinen@kotiposti.example' })];
  await inParallel(2, tickets, plan);
  await desk.send();
  expect(desk.sink.arrivals).toHaveLength(1);
});

test('A-12 a server that takes a mail and never answers: unknown, and no second mail', async () => {
  await desk.close();
  desk = await openSurveyDesk(false, { KAIKU_SMTP_DOT_SECONDS: '1' });
  await aSurvey(desk.db);
  await plan(await desk.solved());
  desk.sink.mode = 'hang-after-dot';
  await desk.send();
  expect(await desk.states()).toEqual([{ state: 'unknown', reason: null }]);
  await desk.resolve();
  desk.sink.mode = 'ok';
  desk.clock.advance(DAY / 2);
  await desk.resolve();
  await desk.send();
  expect(desk.sink.arrivals).toHaveLength(1);
  desk.clock.advance(DAY);
  await desk.resolve();
  expect(await desk.db.sql('SELECT state, presumed FROM survey_invitation')).toEqual([{ state: 'sent', presumed: true }]);
  expect(desk.sink.arrivals).toHaveLength(1);
  await desk.close();
  desk = await openSurveyDesk();
}, 30_000);

test('F05 the server hangs up after the final dot: unknown; the relay says seen: sent, once', async () => {
  await aSurvey(desk.db);
  await plan(await desk.solved());
  desk.sink.mode = 'drop-after-dot';
  await desk.send();
  expect(await desk.states()).toEqual([{ state: 'unknown', reason: null }]);
  desk.sink.mode = 'ok';
  await desk.resolve();
  await desk.send();
  expect(await desk.states()).toEqual([{ state: 'sent', reason: null }]);
  expect(desk.sink.arrivals).toHaveLength(1);
});

test('a relay that has not seen it: sent again under the same Message-ID with a link that works', async () => {
  await aSurvey(desk.db);
  await plan(await desk.solved());
  desk.sink.mode = 'drop-after-dot';
  await desk.send();
  const [lost] = desk.sink.arrivals.splice(0);
  desk.sink.mode = 'ok';
  await desk.resolve();
  expect(await desk.send()).toEqual(['done']);
  expect(desk.sink.arrivals.map((a) => a.messageId)).toEqual([lost!.messageId]);
  const token = /\/s\/([\w-]{43})/.exec(decoded(desk.sink.arrivals[0]!.raw))![1]!;
  expect(await desk.db.sql('SELECT 1 AS one FROM survey_invitation WHERE token_hash = $1', [surveyTokenHash(token)])).toHaveLength(1);
});

test('a server that says 421 for an hour is left alone for longer and longer, and nothing is lost', async () => {
  await aSurvey(desk.db);
  await plan(await desk.solved());
  desk.sink.mode = '421-greeting';
  await desk.send();
  expect(await desk.send()).toEqual([]);
  expect(await desk.states()).toEqual([{ state: 'planned', reason: null }]);
  desk.clock.advance(3_600_000);
  desk.sink.mode = 'ok';
  expect(await desk.send()).toEqual(['done']);
  expect(desk.sink.arrivals).toHaveLength(1);
});

test('A-14 asked on 1 May with 30 days between: 30 May refused, 31 May asked', async () => {
  await aSurvey(desk.db);
  desk.clock.set('2026-05-01T07:00:00.000Z');
  const first = await desk.solved();
  await plan(first);
  await desk.send();
  desk.clock.set('2026-05-30T20:59:00.000Z');
  await plan(await desk.solved({ customerId: first.customerId }));
  // Local midnight in Helsinki is 21:00 UTC.
  desk.clock.set('2026-05-30T21:00:00.000Z');
  await plan(await desk.solved({ customerId: first.customerId }));
  expect((await reasons()).filter((r) => r.startsWith('plan'))).toEqual(['plan: eligible', 'plan: throttled', 'plan: eligible']);
  await desk.send();
  expect(desk.sink.arrivals).toHaveLength(2);
});

test('A-15 taken up again before the mail: cancelled; after it: void, and asked again only after the next solution and the interval', async () => {
  await aSurvey(desk.db, { delayMinutes: 60 });
  const ticket = await desk.solved();
  await plan(ticket);
  await desk.db.sql(`UPDATE ticket SET status = 'open', solved_at = NULL WHERE id = $1`, [ticket.ticketId]);
  const reopened = (version: number) => desk.get(WithdrawAfterReopening).run(ACTOR, ticket.ticketId, version);
  expect(await reopened(4)).toBe(1);
  expect(await reopened(4)).toBe(0);
  expect(await desk.states()).toEqual([{ state: 'cancelled', reason: 'reopened' }]);

  const solve = async (version: number) => {
    await desk.db.sql(`UPDATE ticket SET status = 'solved', solved_at = $2 WHERE id = $1`, [ticket.ticketId, desk.clock.now()]);
    await plan({ ticketId: ticket.ticketId, version });
    desk.clock.advance(3_700_000);
  };
  // What was cancelled has given its days back.
  await solve(5);
  await desk.send();
  expect(desk.sink.arrivals).toHaveLength(1);
  await desk.db.sql(`UPDATE ticket SET status = 'open', solved_at = NULL WHERE id = $1`, [ticket.ticketId]);
  expect(await reopened(6)).toBe(1);
  expect((await desk.states())[1]).toEqual({ state: 'voided', reason: 'reopened' });
  await solve(7);
  expect((await reasons()).at(-1)).toBe('plan: throttled');
  desk.clock.advance(31 * DAY);
  await desk.db.sql(`UPDATE ticket SET status = 'open', solved_at = NULL WHERE id = $1`, [ticket.ticketId]);
  await solve(9);
  await desk.send();
  expect(desk.sink.arrivals).toHaveLength(2);
});

test('A-15 a ticket whose reopening has not been heard of is not asked about', async () => {
  await aSurvey(desk.db);
  const ticket = await desk.solved();
  await plan(ticket);
  await desk.db.sql(`UPDATE ticket SET status = 'open', solved_at = NULL WHERE id = $1`, [ticket.ticketId]);
  expect(await desk.send()).toEqual(['skipped: not asked: reopened']);
  expect(desk.sink.arrivals).toHaveLength(0);
});

test('A-24 what the answer counts for stays what it was when the case was solved', async () => {
  await aSurvey(desk.db);
  const ticket = await desk.solved();
  await plan(ticket);
  await desk.db.sql(`UPDATE ticket SET assignee_id = NULL, channel = 'phone' WHERE id = $1`, [ticket.ticketId]);
  await desk.send();
  const [row] = await desk.db.sql<{ snapshot: Record<string, unknown> }>('SELECT snapshot FROM survey_invitation');
  expect(row!.snapshot).toMatchObject({ teamId: ticket.teamId, channel: 'email', kind: 'question' });
});

test('A-25 in Swedish and English, whatever the process speaks', async () => {
  await aSurvey(desk.db);
  for (const language of ['sv', 'en'] as const) await plan(await desk.solved({ language }));
  await desk.send();
  const texts = desk.sink.arrivals.map((a) => decoded(a.raw)).sort();
  expect(texts.some((t) => t.includes('5 – Mycket nöjd') && t.includes('Jag vill inte ha fler enkäter'))).toBe(true);
  expect(texts.some((t) => t.includes('5 – Very satisfied') && t.includes('No more surveys, please'))).toBe(true);
});

/** Works through `all` with so many at once. */
async function inParallel<T>(width: number, all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const left = [...all];
  await Promise.all(Array.from({ length: width }, async () => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) await work(one);
  }));
}

/** The mail's text with its transfer encodings undone. */
function decoded(raw: string): string {
  const bytes = raw.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const parts = raw.split(/\r\n--/).filter((part) => /content-transfer-encoding: base64/i.test(part)).map((part) => Buffer.from(part.slice(part.indexOf('\r\n\r\n')), 'base64').toString());
  return `${Buffer.from(bytes, 'latin1').toString('utf8')}\n${parts.join('\n')}`;
}
