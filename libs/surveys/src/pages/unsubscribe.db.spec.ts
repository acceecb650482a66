import { UnsubscribeTokens } from '@kaiku/customers';
import { aCustomer } from '@kaiku/customers/testing';
import { openSurveyPages, type SurveyPages } from '../testing';

let pages: SurveyPages;
let customerId: string;
let token: string;
beforeAll(async () => (pages = await openSurveyPages()));
afterAll(() => pages.close());
beforeEach(async () => {
  await pages.db.clear();
  pages.clock.set('2026-11-23T09:00:00Z');
  customerId = (await aCustomer(pages.db, { emails: ['maija.virtanen@posti.example'] })).id;
  token = pages.app.get(UnsubscribeTokens, { strict: false }).issue({ customerId, kind: 'email', address: 'maija.virtanen@posti.example', purpose: 'service_quality' }, pages.clock.now());
});

const rows = async () => (await pages.db.sql<{ n: number }>(`SELECT (SELECT count(*) FROM contact_suppression)::int + (SELECT count(*) FROM objection)::int AS n`))[0]!.n;
const oneClick = (path: string) => pages.ask(path, { method: 'POST', body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } });

it('A-06 a mail program’s POST ends surveys at once, opening the link ends nothing, and twice is once', async () => {
  for (const method of ['GET', 'HEAD']) {
    const said = await pages.ask(`/u/${token}?lang=sv`, { method });
    expect([said.status, said.headers.getSetCookie(), await rows()]).toEqual([200, [], 0]);
    if (method === 'GET') expect(said.text).toContain('<button class="main" name="confirm" value="1">Avsluta enkäterna</button>');
  }
  const done = await oneClick(`/u/${token}`);
  expect([done.status, done.text.includes('Kyselyt on lopetettu')]).toEqual([200, true]);
  const after = await rows();
  expect(after).toBeGreaterThan(0);
  expect([(await oneClick(`/u/${token}`)).status, await rows()]).toEqual([200, after]);
});

it('A-06 the button of the page does the same', async () => {
  expect((await pages.post(`/u/${token}?lang=en`, { confirm: '1' })).text).toContain('Surveys have been stopped');
  expect(await rows()).toBeGreaterThan(0);
});

it('no other token can do it, and this one opens no survey', async () => {
  for (const other of [`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, token.slice(1), 'A'.repeat(43), 'x']) expect((await oneClick(`/u/${other}`)).status).toBe(404);
  expect((await pages.ask(`/s/${token}`)).status).toBe(404);
  expect(await rows()).toBe(0);
});
