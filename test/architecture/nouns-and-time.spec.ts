import { noBusinessNouns } from './rules/nouns';
import { businessTimeIsAParameter } from './rules/time';
import { planted, serverSources } from './support/sources';
import { expectCaught, expectHeld } from './support/verdict';

describe('kernel and platform', () => {
  it('know no business', () => expectHeld(noBusinessNouns(serverSources())));
  it('that know some are seen', () => {
    const verdict = noBusinessNouns([
      planted('libs/kernel/src/jobs.ts', `export type QueueName = 'survey-dispatch'; export const a: QueueName = 'survey-dispatch'; export interface OpenTickets { customerId: string }`),
      planted('libs/platform/src/receipt-printer.ts', 'export const q = namedQuery("x.y", `SELECT 1 FROM mailbox WHERE id = ${id} AND pets`); // a customer in a comment is fine'),
    ]);
    expectCaught(verdict, /ticket in OpenTickets/, /customer in customerId/, /named for a receipt/, /mailbox in SELECT/, /pet in AND pets/);
  });
});

describe('business time', () => {
  it('is a parameter', () => expectHeld(businessTimeIsAParameter(serverSources())));
  it('that somebody makes up is seen', () => {
    const bad = planted('libs/tickets/src/ticket.queries.ts', `
      const A = 'SELECT 1 FROM ticket WHERE next_due_at < now()';
      const B = \`UPDATE ticket SET updated_at = CURRENT_TIMESTAMP WHERE id = \${id}\`;
      const C = 'SELECT 1 -- now() in a comment is fine';
      const D = 'we know() nothing now';
      const L = 'UPDATE t SET lease_until = clock_timestamp() + make_interval(secs => $1) WHERE lease_until < clock_timestamp()';
      const M = 'UPDATE t SET lease_until = clock_timestamp() WHERE due_at < clock_timestamp()';
      const e = Date.now(); const f = new Date(); const g = new Date(row.at);`);
    expectCaught(businessTimeIsAParameter([bad], { 'libs/gone.ts': 'x' }), /:2: a statement/, /:3: a statement/, /:7: a statement/, /:8: Date.now/, /:8: new Date\(\)/, /libs\/gone.ts: is on the list/);
  });
});
