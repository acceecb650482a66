import { Injectable } from '@nestjs/common';
import { Database, namedQuery, type NamedQuery } from '@kaiku/platform';
import { COLUMNS, type RowBatch, type Table } from './rows';

const LOCK = namedQuery('seed.lock', 'SELECT pg_advisory_xact_lock(5160419)');
const EMPTY = namedQuery('seed.is-empty', 'SELECT NOT EXISTS (SELECT FROM staff_member) AND NOT EXISTS (SELECT FROM ticket) AS empty');
const NUMBERS = namedQuery('seed.pass-numbers', `SELECT count(nextval('ticket_number_seq')) FROM generate_series(1, $1::integer)`);
const MADE = namedQuery('seed.made', 'SELECT count(*)::integer AS customers FROM customer WHERE source = $1');
const TEAMS = namedQuery('seed.teams', `
  SELECT t.id, t.name, coalesce(array_agg(m.staff_id) FILTER (WHERE s.active), '{}') AS "staffIds"
  FROM team t LEFT JOIN team_member m ON m.team_id = t.id LEFT JOIN staff_member s ON s.id = m.staff_id GROUP BY t.id ORDER BY t.created_at, t.id`);
/** Rows in one statement: enough to be quick, little enough to keep memory and the statement's time small. */
const AT_ONCE = 2000;

export interface KnownTeam {
  readonly id: string;
  readonly name: string;
  readonly staffIds: readonly string[];
}

/** Writes the seed's rows. The seed tells no event and sends nothing: it makes what could have happened before. */
@Injectable()
export class SeedRowsRepository {
  private readonly inserts = new Map<Table, NamedQuery>();

  constructor(private readonly database: Database) {}

  /** Inside a transaction: nobody else seeds until it ends. */
  async lock(): Promise<void> {
    if (!this.database.inTransaction) throw new Error('the seed writes inside a transaction');
    await this.database.rows(LOCK);
  }

  /** Neither accounts nor tickets. */
  async isEmpty(): Promise<boolean> {
    return (await this.database.one<{ empty: boolean }>(EMPTY))!.empty;
  }

  /** Uses up ticket numbers, so that the next ticket's is `count` further on. */
  async passNumbers(count: number): Promise<void> {
    await this.database.rows(NUMBERS, [count]);
  }

  /** Customers that earlier runs of this source have made. */
  async customersOf(source: string): Promise<number> {
    return (await this.database.one<{ customers: number }>(MADE, [source]))!.customers;
  }

  /** All teams with their active members, oldest first. */
  teams(): Promise<KnownTeam[]> {
    return this.database.rows<KnownTeam & Record<string, unknown>>(TEAMS);
  }

  /** Writes and empties the batch. Rows of a table are written in the order in which they were added. */
  async write(batch: RowBatch): Promise<void> {
    for (const [table, rows] of batch.take()) {
      for (let from = 0; from < rows.length; from += AT_ONCE) await this.database.rows(this.insertOf(table), [JSON.stringify(rows.slice(from, from + AT_ONCE))]);
    }
  }

  private insertOf(table: Table): NamedQuery {
    let query = this.inserts.get(table);
    if (!query) {
      const columns = COLUMNS[table].join(', ');
      // Many customers may have one contact point.
      const shared = table === 'contact_point' ? ' ON CONFLICT DO NOTHING' : '';
      query = { name: `seed.insert-${table}`, text: `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(null::${table}, $1::json)${shared}` };
      this.inserts.set(table, query);
    }
    return query;
  }
}
