import { apiSchema } from '../../apps/api/src/schema';
import { digest, MALFORMED, NOWHERE, OF, seed, TEAMS, TICKET_CANARY, type Team } from '../matrix/fixture';
import { EDGE_ARGUMENTS, POLICIES } from '../matrix/policy';
import { ROLES, SEES_CUSTOMERS, SIGHT, tokenOf, type Role } from '../matrix/roles';
import { MailSecrets } from '../../libs/conversations/src/mail-secrets';
import { ROUTES, type Links } from '../matrix/routes';
import { routesOf, runRoutes } from '../matrix/run-routes';
import { Matrix, type Desk, type EdgePolicies, type Policies, type Report } from '../matrix/run';
import { follow } from '../matrix/socket';
import { outcomeOf, type Answer } from '../matrix/answers';
import { startApi, type TestApi } from '../support/api';
import { eventually } from '../support/eventually';

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
}, 180_000);
afterAll(() => api?.close());

const headersOf = (role: Role): Record<string, string> => ({ origin: api.url, ...(role === 'anonymous' ? {} : { cookie: `kaiku=${tokenOf(role)}` }) });

async function post(role: Role, body: object): Promise<Answer> {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headersOf(role) },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

const run = (policies: Policies, only?: readonly string[]): Promise<Report> => new Matrix(desk, policies, EDGES, EDGE_ARGUMENTS).run(only);

describe('the permission matrix (SEC-S27, S29, S30, S31, S32, S33, S36)', () => {
  it('finds every operation answering everybody as the policy says', async () => {
    const report = await run(POLICIES);
    process.stderr.write(`permission matrix: ${report.fields} fields × ${report.roles} roles, ${report.calls} calls, ${report.unexpected.length} unexpected\n`);
    expect(report.unexpected).toEqual([]);
    expect(report.roles).toBe(ROLES.length);
    expect(report.calls).toBeGreaterThan(report.fields * report.roles);
  }, 900_000);

  it('is red when an operation has no entry', async () => {
    const { 'Query.teams': _, ...rest } = POLICIES;
    expect((await run(rest, ['Query.teams'])).unexpected).toEqual(['Query.teams: no policy']);
  });

  it('is red when somebody sees more than is theirs', async () => {
    // As it would be if the rule about rows were forgotten: agent A is answered like the supervisor, who sees both teams.
    const careless: Desk = { ...desk, ask: (role, query, variables) => desk.ask(role === 'agentA' ? 'supervisor' : role, query, variables) };
    const { unexpected } = await new Matrix(careless, POLICIES, EDGES, EDGE_ARGUMENTS).run(['Query.ticket', 'Query.viewIndex', 'Mutation.addNote']);
    expect(unexpected).toContainEqual(expect.stringMatching(/^Query.ticket as agentA with id foreign: data instead of null/));
    expect(unexpected).toContainEqual(expect.stringMatching(/^Query.ticket as agentA with own ids, deep \d+: tells of team B/));
    expect(unexpected).toContainEqual(expect.stringMatching(/^Query.viewIndex as agentA with own ids: tells of team B/));
    expect(unexpected).toContainEqual(expect.stringMatching(/^Mutation.addNote as agentA with input.ticketId foreign: data instead of ticket.not_found/));
    expect(unexpected.every((line) => line.includes(' as agentA '))).toBe(true);
  }, 180_000);

  it('is red when a policy is flipped either way', async () => {
    const wider = await run({ 'Query.staffMembers': { roles: [...ROLES] } }, ['Query.staffMembers']);
    expect(wider.unexpected).toEqual([]);
    const admins = await run({ 'Query.customer': { ...POLICIES['Query.customer']!, roles: ['admin'] } }, ['Query.customer']);
    expect(admins.unexpected).toContainEqual(expect.stringMatching(/^Query.customer as admin with own ids: FORBIDDEN instead of data/));
    expect(admins.unexpected).toContainEqual(expect.stringMatching(/^Query.customer as agentA with own ids: data instead of FORBIDDEN/));
  }, 180_000);
});

describe('the doors beside GraphQL (SEC-S27, S28, S37)', () => {
  const ask = async (role: Role, method: string, path: string): Promise<{ status: number; body: string }> => {
    await desk.calm();
    const response = await fetch(`${api.url}${path}`, { method, headers: headersOf(role), redirect: 'manual' });
    return { status: response.status, body: await response.text() };
  };

  /** Customers' own pages of both teams' tickets. */
  async function openPages(): Promise<Links> {
    const secrets = api.app.get(MailSecrets, { strict: false });
    const links = { A: secrets.linkToken(OF.A.ticket), B: secrets.linkToken(OF.B.ticket) };
    for (const team of TEAMS) await api.db.sql(`INSERT INTO public_link (token_hash, ticket_id, created_at, expires_at) VALUES ($1, $2, '2026-11-23T08:00:00Z', '2027-05-01T08:00:00Z')`, [secrets.linkHash(links[team]), OF[team].ticket]);
    return links;
  }

  /** A file that is really stored, hung on the ticket of each team. */
  async function storeFiles(): Promise<void> {
    for (const team of TEAMS) {
      const form = new FormData();
      form.append('file', new Blob([`kanaria${team} file`], { type: 'text/plain' }), 'note.txt');
      const stored = (await (await fetch(`${api.url}/files`, { method: 'POST', headers: headersOf(team === 'A' ? 'agentA' : 'agentB'), body: form })).json()) as { id: string };
      const [row] = await api.db.sql<{ stored_as: string; key_id: string }>('DELETE FROM attachment WHERE id = $1 RETURNING stored_as, key_id', [stored.id]);
      await api.db.sql('UPDATE attachment SET stored_as = $2, key_id = $3 WHERE id = $1', [OF[team].attachment, row!.stored_as, row!.key_id]);
    }
  }

  it('let through whom the policy lets through', async () => {
    await seed(api.db);
    await storeFiles();
    const links = await openPages();
    const before = await digest(api.db);
    const changed = async (): Promise<string[]> => {
      const now = await digest(api.db);
      return [...now.keys()].filter((table) => now.get(table) !== before.get(table));
    };
    const report = await runRoutes({ ask, changed }, routesOf(api.app), ROUTES, links);
    process.stderr.write(`permission matrix: ${report.fields} routes × ${report.roles} roles, ${report.calls} calls, ${report.unexpected.length} unexpected\n`);
    expect(report.unexpected).toEqual([]);
    expect(report.calls).toBeGreaterThan(report.fields * report.roles);
  }, 180_000);

  it('without a policy, or with a wrong one, are red', async () => {
    const files = await runRoutes({ ask, changed: async () => [] }, ['GET /files/:id', 'GET /back-door'], { 'GET /files/:id': { ...ROUTES['GET /files/:id']!, roles: ['admin'] } }, { A: '', B: '' });
    expect(files.unexpected).toContain('GET /back-door: no policy');
    expect(files.unexpected).toContainEqual(expect.stringMatching(/^GET \/files\/:id as admin with own: 403 instead of/));
    expect(files.unexpected).toContainEqual(expect.stringMatching(/^GET \/files\/:id as agentA with own: 200 instead of 403/));
  });
});

describe('the live line (SEC-S27, S32)', () => {
  const QUERY = 'subscription { deskEvents { __typename cursor kind ticketNumber ticketId version changed actorId } }';
  const NOTE = 'mutation ($input: AddNoteInput!) { addNote(input: $input) { __typename } }';

  /** What the worker does ten times a second: committed events get their place, and everybody is told to look. */
  const sequence = (): Promise<unknown> =>
    api.db.sql(`WITH placed AS (UPDATE outbox_event e SET position = n.position FROM (SELECT id, nextval('outbox_position_seq') AS position FROM (SELECT id FROM outbox_event WHERE position IS NULL ORDER BY id) w) n WHERE e.id = n.id RETURNING e.position)
      SELECT pg_notify('kaiku_desk', (SELECT max(position)::text FROM placed))`);

  it('tells each role of the tickets it may see and of nothing else', async () => {
    await seed(api.db);
    const sockets = new Map(await Promise.all(ROLES.map(async (role) => [role, await follow(api.url, headersOf(role), QUERY)] as const)));
    try {
      expect([sockets.get('anonymous'), sockets.get('deactivated')]).toEqual([null, null]);
      const tells = (team: Team) => (message: string): boolean => TICKET_CANARY[team].test(message);
      const hears = (role: Role, team: Team): boolean => sockets.get(role)?.received.some(tells(team)) ?? false;
      let round = 0;
      const write = async (): Promise<void> => {
        round += 1;
        for (const team of TEAMS) expect(outcomeOf(await post(team === 'A' ? 'agentA' : 'agentB', { query: NOTE, variables: { input: { idempotencyKey: `live-${team}-${round}`, ticketId: OF[team].ticket, text: 'seen by whom?' } } }), 'addNote')).toBe('data');
        await sequence();
      };
      // A line that was let in may begin a moment later: notes are written until everybody who may hear of them has.
      await eventually('everybody to be told', async () => {
        await write();
        for (const role of ROLES) await sockets.get(role)?.settled();
        return ROLES.every((role) => SIGHT[role].every((team) => hears(role, team)));
      }, 60_000);
      for (const role of ROLES) await sockets.get(role)?.settled();
      for (const role of ROLES) for (const team of TEAMS) expect({ role, team, told: hears(role, team) }).toEqual({ role, team, told: SIGHT[role].includes(team) });
      expect(POLICIES['Subscription.deskEvents']!.roles).not.toContain('anonymous');
    } finally {
      for (const socket of sockets.values()) socket?.close();
    }
  }, 180_000);
});
