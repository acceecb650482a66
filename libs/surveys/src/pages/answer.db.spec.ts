import { aCustomer } from '@kaiku/customers/testing';
import { Database, namedQuery } from '@kaiku/platform';
import { aTicket } from '@kaiku/tickets/testing';
import { anInvitation, aSurvey, openSurveyPages, type BuiltSurvey, type SurveyPages } from '../testing';

let pages: SurveyPages;
let survey: BuiltSurvey;
let customerId: string;
beforeAll(async () => (pages = await openSurveyPages()));
afterAll(() => pages.close());
beforeEach(async () => {
  await pages.db.clear();
  pages.clock.set('2026-11-23T09:00:00Z');
  survey = await aSurvey(pages.db);
  customerId = (await aCustomer(pages.db)).id;
});

const sql: SurveyPages['db']['sql'] = (text, values) => pages.db.sql(text, values);
const invited = (given: Partial<Parameters<typeof anInvitation>[1]> = {}) => anInvitation(pages.db, { survey, customerId, ...given });
const answers = () => sql<{ revision: number; rating: number | null; comment: string | null; status: string }>('SELECT revision, rating, comment, status FROM survey_answer ORDER BY submitted_at, revision');
const counted = async () => (await answers()).filter((a) => a.status === 'accepted').map((a) => a.rating);
const page = (token: string, query = '') => pages.ask(`/s/${token}${query}`);
const minutes = (n: number) => pages.clock.advance(n * 60_000);
const hours = (n: number) => minutes(n * 60);

async function fingerprint(): Promise<unknown[]> {
  const tables = await sql<{ name: string }>(`SELECT quote_ident(schemaname) || '.' || quote_ident(relname) AS name FROM pg_stat_user_tables WHERE relname <> 'throttle' ORDER BY 1`);
  const found: unknown[] = [];
  for (const { name } of tables) found.push(...(await sql(`SELECT '${name}' AS t, count(*)::int AS n, md5(coalesce(string_agg(x::text, '|' ORDER BY x::text), '')) AS h FROM ${name} x`)));
  return found;
}

describe('reading', () => {
  it('A-01 a thousand GETs and a thousand HEADs of every rating link change nothing, and a person still answers', async () => {
    const { token } = await invited();
    const before = await fingerprint();
    const links = ['', '?r=1', '?r=2', '?r=3', '?r=4', '?r=5', '?r=5&utm_source=gw&url=https%3A%2F%2Fscan.example', '?done=1', '?edit=1', '?next=comment', '?lang=sv'];
    for (let i = 0; i < 200; i++) {
      const seen = await Promise.all([0, 1, 2, 3, 4].flatMap((j) => (['GET', 'HEAD'] as const).map((method) => pages.ask(`/s/${token}${links[(i * 5 + j) % links.length]}`, { method, headers: { 'sec-purpose': 'prefetch', purpose: 'prefetch' } }))));
      expect(seen.map((s) => s.status)).toEqual(Array(10).fill(200));
    }
    expect(await fingerprint()).toEqual(before);
    expect((await pages.answer(token, { 'q-csat': '4' })).status).toBe(303);
    expect(await counted()).toEqual([4]);
  });

  it('A-02 runs as a role that may write in no table of surveys', async () => {
    const rights = await sql(`SELECT table_schema, table_name, privilege_type FROM information_schema.table_privileges WHERE grantee = 'kaiku_reader' AND privilege_type <> 'SELECT'`);
    expect(rights).toEqual([]);
    expect(await sql(`SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'survey_anonymous') AND c.relkind = 'r'
      AND (has_table_privilege('kaiku_reader', c.oid, 'INSERT') OR has_table_privilege('kaiku_reader', c.oid, 'UPDATE') OR has_table_privilege('kaiku_reader', c.oid, 'DELETE') OR has_table_privilege('kaiku_reader', c.oid, 'TRUNCATE'))`)).toEqual([]);
    const database = pages.app.get(Database);
    await expect(database.publicRead(() => database.rows(namedQuery('test.survey_reader', `UPDATE survey_invitation SET state = 'sent'`)))).rejects.toMatchObject({ code: '25006' });
    const { token } = await invited();
    // The page's own reading says which role it has.
    expect(await database.publicRead(() => database.rows(namedQuery('test.survey_role', 'SELECT current_user::text AS role, current_setting(\'transaction_read_only\') AS "readOnly"')))).toEqual([{ role: 'kaiku_reader', readOnly: 'on' }]);
    expect((await page(token)).status).toBe(200);
  });

  it('shows the rating of the mail’s link chosen, with a word to each figure, and says nothing of the person', async () => {
    const ticket = await aTicket(pages.db, { customerId, status: 'solved', solvedAt: '2026-11-20T10:00:00Z', subject: 'salaisuus-canary' });
    const { token } = await invited({ ticketId: ticket.id });
    const { text } = await page(token, '?r=4');
    expect(text).toContain('value="4" id="q-csat-3" checked');
    expect(text).toContain('4 – Melko tyytyväinen');
    expect(text).toContain('Kysely koskee kysymystäsi, johon vastasimme 20.11.2026.');
    expect(text).not.toMatch(/canary|10001/);
    for (const odd of ['', '?r=6', '?r=4.0', '?r=%EF%BC%94', '?r=4&r=5', '?R=4']) expect((await page(token, odd)).text).not.toContain(' checked');
  });

  it('A-27 no cookie, no store, no referrer, no index, nothing of others', async () => {
    const { token } = await invited();
    const { headers } = await page(token);
    expect(headers.getSetCookie()).toEqual([]);
    expect(Object.fromEntries(['cache-control', 'referrer-policy', 'x-robots-tag'].map((h) => [h, headers.get(h)]))).toEqual({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' });
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/);
    const head = await pages.ask(`/s/${token}`, { method: 'HEAD' });
    expect([head.status, head.text, head.headers.get('content-security-policy')]).toEqual([200, '', headers.get('content-security-policy')]);
  });

  it.each(['OPTIONS', 'PUT', 'PATCH', 'DELETE'])('%s is refused by name', async (method) => {
    const { token } = await invited();
    const said = await pages.ask(`/s/${token}`, { method });
    expect([said.status, said.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });

  it('every wrong token is the same page', async () => {
    const { token } = await invited();
    const wrong = [`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, token.slice(1), `${token}A`, token.toUpperCase(), `${token}%00`, 'null', 'x'.repeat(4000)];
    const seen = new Set<string>();
    for (const other of wrong) {
      const said = await pages.ask(`/s/${other}`, { headers: { 'x-forwarded-for': `192.0.2.${wrong.indexOf(other)}` } });
      expect([other, said.status]).toEqual([other, 404]);
      seen.add(said.text);
    }
    expect(seen.size).toBe(1);
  });
});

describe('answering', () => {
  it('A-05 the link and one button', async () => {
    const { token } = await invited();
    const form = await page(token, '?r=5');
    minutes(1);
    const sent = await pages.post(`/s/${token}`, { nonce: form.hidden('nonce'), website: '', 'q-csat': '5', 'q-comment': '' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/s/${token}?lang=fi&done=1#done`]);
    const thanks = await page(token, '?lang=fi&done=1');
    expect(thanks.text).toContain('Vastauksesi on tallennettu.');
    expect(thanks.text).toContain('Muuta vastausta');
    expect(await answers()).toEqual([{ revision: 1, rating: 5, comment: null, status: 'accepted' }]);
    expect(await sql('SELECT state, answered_at IS NOT NULL AS at FROM survey_invitation')).toEqual([{ state: 'answered', at: true }]);
    expect(JSON.stringify(await sql('SELECT * FROM survey_answer'))).not.toMatch(/127\.0\.0\.1|node|undici|agent/);
  });

  it.each([
    ['6 of 5', { 'q-csat': '6' }], ['4.0', { 'q-csat': '4.0' }], ['full width', { 'q-csat': '４' }], ['nothing', {}], ['an unknown question', { 'q-csat': '4', 'q-other': '1' }], ['an unknown field', { 'q-csat': '4', rating: '4' }],
    ['1,001 characters', { 'q-csat': '4', 'q-comment': 'ä'.repeat(1001) }], ['no nonce', { 'q-csat': '4', nonce: '' }], ['a nonce of nobody', { 'q-csat': '4', nonce: 'kqj.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ])('%s: the form again with what was typed, and no row', async (_, fields) => {
    const { token } = await invited();
    const said = await pages.answer(token, fields);
    expect(said.status).toBe(422);
    expect(said.text).toMatch(/<title>Virhe: /);
    expect(said.text).toContain('id="e" role="alert"');
    if ('q-comment' in fields) expect(said.text).toContain(`${'ä'.repeat(1001)}</textarea>`);
    expect(await answers()).toEqual([]);
  });

  it('A-40 a thousand ä are kept whole, and bytes that are no text are not', async () => {
    const { token } = await invited();
    expect((await pages.answer(token, { 'q-csat': '4', 'q-comment': 'ä'.repeat(1000) })).status).toBe(303);
    expect((await answers())[0]!.comment).toBe('ä'.repeat(1000));
    const nonce = (await page(token, '?edit=1')).hidden('nonce');
    const latin1 = Buffer.from(`nonce=${nonce}&q-csat=4&q-comment=hyv\xe4`, 'latin1');
    expect((await pages.ask(`/s/${token}`, { method: 'POST', body: latin1, headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' } })).status).toBe(422);
    expect(await answers()).toHaveLength(1);
  });

  it('a nonce of another link, an old one, JSON and a file are none of ours', async () => {
    const [one, other] = [await invited(), await invited({ resolutionNo: 2 })];
    const nonce = (await page(other.token)).hidden('nonce');
    expect((await pages.post(`/s/${one.token}`, { nonce, 'q-csat': '4' })).status).toBe(422);
    const own = (await page(one.token)).hidden('nonce');
    expect((await pages.ask(`/s/${one.token}`, { method: 'POST', body: JSON.stringify({ nonce: own, 'q-csat': '4' }), headers: { 'content-type': 'application/json' } })).status).toBe(415);
    expect((await pages.post(`/s/${one.token}`, { nonce: own, 'q-csat': '4' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(422);
    hours(24.1);
    const old = await pages.post(`/s/${one.token}`, { nonce: own, 'q-csat': '4', 'q-comment': 'Pitkä' });
    expect([old.status, old.text.includes('Pitkä</textarea>'), old.text.includes('id="q-csat-3" checked')]).toEqual([422, true, true]);
    expect(await answers()).toEqual([]);
  });

  it('another language keeps what was typed and takes nothing', async () => {
    const { token } = await invited();
    const said = await pages.post(`/s/${token}?lang=sv`, { nonce: 'x', 'q-csat': '2', 'q-comment': 'Kesken', _lang: 'sv' });
    expect([said.status, said.text.includes('lang="sv"'), said.text.includes('Kesken</textarea>'), said.text.includes('2 – Ganska missnöjd')]).toEqual([200, true, true, true]);
    expect(await answers()).toEqual([]);
  });

  it('a thousand POSTs on one link: ten an hour are looked at', async () => {
    const { token } = await invited();
    const nonce = (await page(token)).hidden('nonce');
    minutes(1);
    const statuses: number[] = [];
    for (let i = 0; i < 40; i++) statuses.push((await pages.post(`/s/${token}`, { nonce, 'q-csat': '4' })).status);
    expect(statuses).toEqual([...Array<number>(10).fill(303), ...Array<number>(30).fill(429)]);
    expect(await counted()).toEqual([4]);
  });
});

describe('the life of a link', () => {
  it('A-16 a minute before its end it takes an answer, a minute after it says so in the person’s language', async () => {
    const { token } = await invited({ dispatchedAt: '2026-11-23T09:00:00Z', language: 'sv' });
    pages.clock.set('2026-12-21T08:59:00Z');
    expect((await pages.answer(token, { 'q-csat': '4' })).status).toBe(303);
    const late = await invited({ dispatchedAt: '2026-11-23T09:00:00Z', resolutionNo: 2, language: 'sv' });
    const nonce = (await page(late.token)).hidden('nonce');
    pages.clock.set('2026-12-21T09:01:00Z');
    for (const said of [await page(late.token), await pages.post(`/s/${late.token}`, { nonce, 'q-csat': '4' })]) {
      expect([said.status, said.text.includes('lang="sv"'), said.text.includes('Enkäten är avslutad'), said.text.includes('href="/sv/form"')]).toEqual([410, true, true, true]);
    }
    expect(await counted()).toEqual([4]);
  });

  it('A-17 what became of the case does not end it; a reopening does', async () => {
    const ticket = await aTicket(pages.db, { customerId, status: 'closed', solvedAt: '2026-11-26T10:00:00Z' });
    const { token } = await invited({ ticketId: ticket.id });
    pages.clock.set('2026-12-13T09:00:00Z');
    expect((await pages.answer(token, { 'q-csat': '4' })).status).toBe(303);
    const voided = await invited({ state: 'voided', resolutionNo: 2 });
    expect([(await page(voided.token)).status, (await page(voided.token)).text.includes('Asiaasi hoidetaan taas')]).toEqual([410, true]);
    const cancelled = await invited({ resolutionNo: 3 });
    await sql(`UPDATE survey_invitation SET state = 'cancelled', reason = 'by_staff' WHERE id = $1`, [cancelled.id]);
    expect((await page(cancelled.token)).status).toBe(410);
  });

  it('A-18 changed within 72 hours it counts once; after that it is refused kindly', async () => {
    const { token } = await invited();
    await pages.answer(token, { 'q-csat': '2', 'q-comment': 'Hidasta' });
    hours(71);
    expect((await page(token)).text).not.toContain('Hidasta');
    expect((await pages.answer(token, { 'q-csat': '4' })).status).toBe(303);
    expect(await answers()).toEqual([{ revision: 1, rating: 2, comment: 'Hidasta', status: 'superseded' }, { revision: 2, rating: 4, comment: 'Hidasta', status: 'accepted' }]);
    const nonce = (await page(token, '?edit=1')).hidden('nonce');
    hours(1.1);
    const late = await pages.post(`/s/${token}`, { nonce, 'q-csat': '1' });
    expect([late.status, late.text.includes('Olet jo vastannut, kiitos')]).toEqual([409, true]);
    expect((await page(token)).status).toBe(200);
    expect(await counted()).toEqual([4]);
  });

  it('A-19 two at once are two revisions, one of which counts', async () => {
    for (let i = 1; i <= 5; i++) {
      const { id, token } = await invited({ resolutionNo: i });
      const nonce = (await page(token)).hidden('nonce');
      minutes(1);
      const sent = await Promise.all([1, 2, 3].map(() => pages.post(`/s/${token}`, { nonce, 'q-csat': '4', 'q-comment': 'Kiitos' })));
      expect(sent.map((s) => s.status)).toEqual([303, 303, 303]);
      expect(await sql('SELECT revision, status FROM survey_answer WHERE invitation_id = $1 ORDER BY 1', [id])).toEqual([{ revision: 1, status: 'superseded' }, { revision: 2, status: 'superseded' }, { revision: 3, status: 'accepted' }]);
    }
  });
});

describe('answers no person gave', () => {
  it('A-04 all five buttons within half a minute: held, the score as before; a person’s own answer replaces them', async () => {
    const { token } = await invited();
    for (const rating of ['1', '2', '3', '4', '5']) expect((await pages.answer(token, { 'q-csat': rating }, 4)).status).toBe(303);
    expect((await answers()).map((a) => a.status)).toEqual(Array(5).fill('quarantined'));
    expect(await sql('SELECT state, answered_at FROM survey_invitation')).toEqual([{ state: 'sent', answered_at: null }]);
    hours(80);
    expect((await pages.answer(token, { 'q-csat': '4' })).status).toBe(303);
    expect(await counted()).toEqual([4]);
  });

  it('the trap holds it, faster than people right after the mail holds it, a comment lifts the latter', async () => {
    const trap = await invited();
    await pages.answer(trap.token, { 'q-csat': '1', 'q-comment': 'Hyvä', website: 'http://spam.example' });
    pages.clock.set('2026-11-23T08:00:10Z');
    const fast = await invited({ resolutionNo: 2 });
    await pages.answer(fast.token, { 'q-csat': '5' }, 1);
    const human = await invited({ resolutionNo: 3 });
    await pages.answer(human.token, { 'q-csat': '3', 'q-comment': 'Ihan ok' }, 1);
    expect(await sql(`SELECT rating, status, signals->>'suspicion' AS why FROM survey_answer ORDER BY rating`)).toEqual([
      { rating: 1, status: 'quarantined', why: 'trap_filled' }, { rating: 3, status: 'accepted', why: null }, { rating: 5, status: 'quarantined', why: 'too_fast' },
    ]);
  });
});

describe('more pages than one', () => {
  it('the first counts by itself, the next adds to it, branches no longer come to are dropped', async () => {
    survey = await aSurvey(pages.db, { questions: [{ id: 'csat', kind: 'csat', required: true }, { id: 'what', kind: 'text' }, { id: 'praise', kind: 'text' }], logic: [{ question: 'csat', in: [4, 5], goTo: 'praise' }, { question: 'what', in: ['x'], goTo: 'end' }] });
    const { token } = await invited();
    const sent = await pages.answer(token, { 'q-csat': '2' });
    expect(sent.headers.get('location')).toBe(`/s/${token}?lang=fi&next=what`);
    expect(await counted()).toEqual([2]);
    const second = await page(token, '?lang=fi&next=what');
    expect(second.text).toContain('name="q-what"');
    expect(second.text).not.toContain('name="q-csat"');
    const more = await pages.post(`/s/${token}`, { nonce: second.hidden('nonce'), from: 'what', rev: '1', 'q-what': 'Liian hidasta' });
    expect(more.headers.get('location')).toBe(`/s/${token}?lang=fi&next=praise`);
    expect(await answers()).toEqual([{ revision: 1, rating: 2, comment: 'Liian hidasta', status: 'accepted' }]);
    hours(1);
    await pages.answer(token, { 'q-csat': '5' });
    expect((await sql<{ answers: unknown }>('SELECT answers FROM survey_answer ORDER BY revision DESC LIMIT 1'))[0]!.answers).toEqual({ csat: '5' });
  });
});
