import { entitiesAreShapes, frontDoorsHideRows, queriesTakeAViewer, statementsStayInRepositories } from './rules/reading';
import { planted, serverSources } from './support/sources';
import { expectCaught, expectHeld } from './support/verdict';

describe('reading', () => {
  it('takes a viewer first', () => expectHeld(queriesTakeAViewer(serverSources())));
  it('without a viewer is seen', () => {
    const bad = planted('libs/tickets/src/ticket.queries.ts', `
      export class TicketQueries {
        constructor(private readonly database: Database) {}
        byIds(ids: readonly string[]) {}
        page(viewer: Viewer, first: number) {}
        all = (first: number) => first;
        count(viewer: unknown) {}
        private rows(ids: string[]) {}
        #own() {}
      }
      export function exportAll() {}
      function helper() {}`);
    expectCaught(queriesTakeAViewer([bad]), /byIds: the first parameter/, /all: the first parameter/, /count: the first parameter/, /exportAll: the first parameter/);
  });

  it('and writing happen in repositories and queries', () => expectHeld(statementsStayInRepositories(serverSources())));
  it('and writing elsewhere are seen', () => {
    const text = `const Q = namedQuery('x.y', 'SELECT 1'); class A { run() { this.database.rows(Q); this.database.manager.save(x); database.transaction(w); } }`;
    const verdict = statementsStayInRepositories([planted('libs/tickets/src/commands/solve-ticket.ts', text), planted('libs/tickets/src/ticket.queries.ts', text)]);
    expectCaught(verdict, /solve-ticket.ts:1: namedQuery/, /solve-ticket.ts:1: database.rows/, /solve-ticket.ts:1: database.manager/);
  });

  it('has rows that are shapes', () => expectHeld(entitiesAreShapes(serverSources())));
  it('has rows that are more than shapes: seen', () => {
    const bad = planted('libs/tickets/src/ticket.entity.ts', `import { Column, BaseEntity, ManyToOne } from 'typeorm'; export class TicketEntity { @Column() id: string; solve() {} }`);
    expectCaught(entitiesAreShapes([bad]), /does not need BaseEntity/, /does not need ManyToOne/, /no methods/);
  });

  it('goes through front doors that hide rows', () => expectHeld(frontDoorsHideRows(serverSources())));
  it('through a front door that shows rows is seen', () => {
    expectCaught(frontDoorsHideRows([planted('libs/tickets/src/index.ts', `export * from './ticket.queries'; export * from './ticket.entity'; export { R } from './ticket.repository';`)]), /ticket.entity/, /ticket.repository/);
  });
});
