import { apiSchema } from '../../apps/api/src/schema';
import { digest, NOWHERE, MALFORMED, OF, seed } from '../matrix/fixture';
import { EDGE_ARGUMENTS, POLICIES } from '../matrix/policy';
import { ROLES, SEES_CUSTOMERS, tokenOf, type Role } from '../matrix/roles';
import { Matrix, type Desk, type EdgePolicies, type Policies, type Report } from '../matrix/run';
import type { Answer } from '../matrix/answers';
import { startApi, type TestApi } from '../support/api';

/** A receipt is shown with a ticket only through a ticket that one may see. */
const EDGES: EdgePolicies = {
  'Customer.receiptsOfTicket': {
    roles: SEES_CUSTOMERS,
    document: (mine) => `query ($id: ID!) { customer(id: "${OF[mine].customer}") { receiptsOfTicket(ticketId: $id) { id receiptNumber } } }`,
    ids: { own: (mine) => OF[mine].ticket, foreign: (mine) => OF[mine === 'A' ? 'B' : 'A'].ticket, missing: NOWHERE, malformed: MALFORMED },
  },
};

let api: TestApi;
let desk: Desk;

beforeAll(async () => {
  api = await startApi();
  await seed(api.db);
  const clean = await digest(api.db);
  desk = {
    schema: await apiSchema(),
    ask: async (role, query, variables) => post(role, { query, variables }),
    reset: () => seed(api.db),
    calm: async () => void (await api.db.sql('DELETE FROM throttle')),
    changed: async () => {
      const now = await digest(api.db);
      return [...now.keys()].filter((table) => now.get(table) !== clean.get(table));
    },
  };
}, 60_000);
afterAll(() => api.close());

async function post(role: Role, body: object): Promise<Answer> {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: api.url, ...(role === 'anonymous' ? {} : { cookie: `kaiku=${tokenOf(role)}` }) },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

const run = (policies: Policies, only?: readonly string[]): Promise<Report> => new Matrix(desk, policies, EDGES, EDGE_ARGUMENTS).run(only);

describe('the permission matrix', () => {
  it('finds every operation answering everybody as the policy says', async () => {
    const report = await run(POLICIES);
    process.stderr.write(`permission matrix: ${report.fields} fields × ${report.roles} roles, ${report.calls} calls, ${report.unexpected.length} unexpected\n`);
    expect(report.unexpected).toEqual([]);
    expect(report.roles).toBe(ROLES.length);
    expect(report.calls).toBeGreaterThan(report.fields * report.roles);
  }, 300_000);

  it('is red when an operation has no entry', async () => {
    const { 'Query.teams': _, ...rest } = POLICIES;
    expect((await run(rest, ['Query.teams'])).unexpected).toEqual(['Query.teams: no policy']);
  });

  it('is red when a policy is flipped either way', async () => {
    const wider = await run({ 'Query.staffMembers': { roles: [...ROLES] } }, ['Query.staffMembers']);
    expect(wider.unexpected).toEqual([]);
    const admins = await run({ 'Query.customer': { ...POLICIES['Query.customer']!, roles: ['admin'] } }, ['Query.customer']);
    expect(admins.unexpected).toContainEqual(expect.stringMatching(/^Query.customer as admin with own ids: FORBIDDEN instead of data/));
    expect(admins.unexpected).toContainEqual(expect.stringMatching(/^Query.customer as agentA with own ids: data instead of FORBIDDEN/));
  });
});
