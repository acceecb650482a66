import { createPool, type Config } from '@kaiku/platform';

const FILLED = ['customer', 'contact_point', 'customer_contact_point', 'loyalty_membership', 'pet', 'receipt', 'ticket', 'ticket_entry', 'message', 'participant', 'call', 'deadline', 'deadline_event', 'deadline_reminder'];

/** Statistics and visibility maps of the filled tables: without them the first queries are planned as if the tables were empty. The owner's right. */
export async function tidy(config: Config): Promise<void> {
  const pool = createPool(config.database.url, 'seed', 1, { options: '-c role=kaiku_owner' });
  try {
    await pool.query(`VACUUM (ANALYZE) ${FILLED.join(', ')}`);
  } finally {
    await pool.end();
  }
}
