import { classesSayTheirKind, commandsAreNamedForWhatTheyDo, filesAreShort, noBackDoors } from './rules/house';
import { statementsKeepToTheirTables, tablesOf } from './rules/tables';
import { filesUnder, planted, read, serverSources } from './support/sources';
import { expectCaught, expectHeld } from './support/verdict';

describe('files', () => {
  it('are read in one sitting', () => {
    const paths = ['apps', 'libs', 'migrations', 'scripts', 'test'].flatMap((folder) => filesUnder(folder, (path) => /\.(ts|tsx|mjs|cjs|css)$/.test(path)));
    expectHeld(filesAreShort(paths.map((path) => ({ path, text: read(path) }))));
  });
  it('that are not are seen', () => {
    const lines = (n: number) => 'x\n'.repeat(n);
    expectCaught(filesAreShort([{ path: 'libs/a/src/a.ts', text: lines(300) }, { path: 'libs/a/src/b.ts', text: lines(301) }, { path: 'libs/a/src/locales/fi.json', text: lines(900) }]), /b.ts: 301 lines/);
  });
});

describe('names', () => {
  it('of commands say what they do', () => expectHeld(commandsAreNamedForWhatTheyDo(serverSources())));
  it('of commands that say something else are seen', () => {
    const verdict = commandsAreNamedForWhatTheyDo([
      planted('libs/tickets/src/commands/solve-ticket.ts', `export class TicketSolver { run(actor: Actor) {} }`),
      planted('libs/tickets/src/commands/open-ticket.ts', `export class OpenTicket { run(input: unknown) {} } export class Helper {}`),
      planted('libs/tickets/src/commands/tag-ticket.ts', `export class TagTicket { execute(actor: Actor) {} }`),
      planted('libs/tickets/src/commands/assign-ticket.ts', `export class AssignTicket { async run(actor: StaffActor, raw: unknown) {} }`),
    ]);
    expectCaught(verdict, /solve-ticket.ts: exports no class/, /TicketSolver is a second class/, /Helper is a second class/, /open-ticket.ts: run does not take the actor/, /TagTicket has no run/);
  });

  it('of classes say their kind', () => expectHeld(classesSayTheirKind(serverSources())));
  it('of classes that do not are seen', () => {
    expectCaught(classesSayTheirKind([planted('libs/tickets/src/ticket.entity.ts', 'export class Ticket {}'), planted('libs/tickets/src/graphql/ticket.model.ts', 'export class TicketModel {}')]), /Ticket does not end like Entity/);
  });
});

describe('code', () => {
  it('has no back doors', () => expectHeld(noBackDoors(serverSources())));
  it('with back doors is seen', () => {
    const verdict = noBackDoors([
      planted('libs/tickets/src/a.ts', `// @ts-ignore\nconst a = b as any; const c = process.env.X; console.log(c); // TODO later`),
      planted('libs/tickets/src/a.spec.ts', `it.only('x', () => {}); describe.skip('y', () => {}); jest.mock('@kaiku/platform'); jest.mock('node:dns'); console.log(1);`),
    ]);
    expectCaught(verdict, /@ts-ignore/, /TODO/, /as any/, /process.env/, /console.log/, /it.only/, /describe.skip/, /a mock of our own code/);
  });
});

describe('statements', () => {
  it('keep to their tables', () => expectHeld(statementsKeepToTheirTables(serverSources())));
  it('are read table by table', () => {
    expect(tablesOf(`
      WITH due AS (SELECT id FROM ticket t, LATERAL unnest(t.tags) x WHERE kind = 'from nowhere'), late (id) AS MATERIALIZED (SELECT 1)
      INSERT INTO ticket_seen (id) SELECT d.id FROM due d JOIN customer AS c ON c.id = d.id LEFT JOIN LATERAL (SELECT 1 FROM contact_point) p ON true
      CROSS JOIN late WHERE a IS DISTINCT FROM b AND EXISTS (SELECT FROM team) -- FROM comment
      ON CONFLICT (id) DO UPDATE SET x = 1`)).toEqual({ reads: new Set(['ticket', 'customer', 'contact_point', 'team']), writes: new Set(['ticket_seen']) });
    expect(tablesOf(`UPDATE ticket SET a = extract(epoch FROM b) FROM team, staff_member s WHERE id IN (SELECT id FROM call FOR UPDATE SKIP LOCKED)`)).toEqual({ reads: new Set(['b', 'team', 'staff_member', 'call']), writes: new Set(['ticket']) });
  });
  it('that reach beyond them are seen', () => {
    const owners = new Map([['ticket', 'tickets'], ['customer', 'customers'], ['message', 'conversations'], ['team', 'staff']]);
    const verdict = statementsKeepToTheirTables([
      planted('libs/tickets/src/ticket.queries.ts', 'const a = `SELECT 1 FROM ticket t JOIN customer c ON true JOIN message m ON true`; const b = `UPDATE customer SET x = 1`;'),
      planted('libs/customers/src/customer.queries.ts', 'const a = `SELECT 1 FROM customer JOIN team ON true`; const b = "Reply from message to customer";'),
      planted('apps/api/src/bad.ts', 'const a = `DELETE FROM ticket`; const b = `SELECT 1 FROM ticket`;'),
    ], owners);
    expectCaught(verdict, /tickets reads message, which belongs to conversations/, /tickets writes customer/, /customers reads team/, /customers reads message/, /apps writes ticket/);
  });
});
