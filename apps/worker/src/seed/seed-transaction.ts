import { Injectable } from '@nestjs/common';
import { Config, createPool } from '@kaiku/platform';
import { SeedRowsRepository } from './seed-rows.repository';

/** Gives the seed a connection of its own: COPY needs the bare one. */
@Injectable()
export class SeedTransaction {
  constructor(private readonly config: Config) {}

  /** All or nothing: an interrupted run leaves no trace. */
  async run<T>(work: (rows: SeedRowsRepository) => Promise<T>): Promise<T> {
    // One COPY may take longer than a person would wait.
    const pool = createPool(this.config.database.url, 'seed', 1, { options: '-c role=kaiku_app -c timezone=UTC' });
    try {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const result = await work(new SeedRowsRepository(client));
        await client.query('COMMIT');
        return result;
      } finally {
        // Without a commit, ending the connection rolls back.
        client.release(true);
      }
    } finally {
      await pool.end();
    }
  }
}
