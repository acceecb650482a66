import { ShipDefaults, StoredPolicyBook } from '@kaiku/deadlines';
import { aTeam } from '@kaiku/staff/testing';
import { aTicket } from '../testing';
import { openDesk, type Desk } from '../testing/desk';

let desk: Desk;
beforeAll(async () => (desk = await openDesk()));
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.db.clear();
  await desk.app.get(ShipDefaults).write();
  desk.app.get(StoredPolicyBook).forget();
});

const LIST = '{ withoutPolicy { total totalCapped hasNextPage nodes { number kind answerWanted receivedAt policies { name active unmet } } } }';

test('open tickets to which nothing was promised are listed, with what keeps each policy from holding', async () => {
  const team = (await aTeam(desk.db)).id;
  const who = await desk.signedIn({ teamIds: [team], roles: ['supervisor'] });
  const lost = await aTicket(desk.db, { teamId: team, kind: 'survey' });
  await desk.db.sql('UPDATE ticket SET answer_wanted = false');
  await aTicket(desk.db, { teamId: team, kind: 'survey', status: 'solved' });
  const { withoutPolicy } = await who.data(LIST);
  expect(withoutPolicy).toMatchObject({ total: 1, totalCapped: false, hasNextPage: false, nodes: [{ number: lost.number, kind: 'SURVEY', answerWanted: false }] });
  const unmet = Object.fromEntries(withoutPolicy.nodes[0].policies.map((policy: { name: string; unmet: string[] }) => [policy.name, policy.unmet]));
  expect(unmet).toMatchObject({ 'Survey answers that ask for contact': ['answerWanted'], Complaints: ['kinds'], 'Withdrawals from a purchase': ['tags'] });
});

test('who looks after accounts sees why, and not which; agents see nothing', async () => {
  const team = (await aTeam(desk.db)).id;
  await aTicket(desk.db, { teamId: team, kind: 'survey' });
  const admin = await desk.signedIn({ roles: ['admin'] });
  expect((await admin.data(LIST)).withoutPolicy.nodes).toEqual([expect.objectContaining({ number: null, kind: 'SURVEY' })]);
  const agent = await desk.signedIn({ teamIds: [team] });
  expect(JSON.stringify(await agent.ask(LIST))).toMatch(/FORBIDDEN/);
});
