import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyText } from './copy-text';
import { COLUMNS, type RowBatch } from './rows';

export interface KnownTeam {
  readonly id: string;
  readonly name: string;
  readonly staff: readonly { readonly id: string; readonly name: string }[];
}

/** What is there, and writing beside it, in one transaction. */
export class SeedRowsRepository {
  constructor(private readonly client: PoolClient) {}

  /** Nobody else seeds until the transaction ends. */
  async lock(): Promise<void> {
    await this.client.query('SELECT pg_advisory_xact_lock(5160419)');
  }

  /** Customers that earlier runs of this source have made. */
  async customersOf(source: string): Promise<number> {
    return (await this.client.query<{ made: number }>('SELECT count(*)::integer AS made FROM customer WHERE source = $1', [source])).rows[0]!.made;
  }

  /** All teams with their active members, oldest first. */
  async teams(): Promise<KnownTeam[]> {
    const { rows } = await this.client.query<KnownTeam>(`
      SELECT t.id, t.name, coalesce(json_agg(json_build_object('id', s.id, 'name', s.name)) FILTER (WHERE s.active), '[]') AS staff
      FROM team t LEFT JOIN team_member m ON m.team_id = t.id LEFT JOIN staff_member s ON s.id = m.staff_id GROUP BY t.id ORDER BY t.created_at, t.id`);
    return rows;
  }

  /** Rows of a table are written in the order in which they were added. */
  async write(tables: ReturnType<RowBatch['take']>): Promise<void> {
    for (const [table, rows] of tables) {
      const stream = this.client.query(copyFrom(`COPY ${table} (${COLUMNS[table].join(', ')}) FROM STDIN`));
      stream.end(copyText(table, rows));
      await finished(stream);
    }
  }
}
