import { openBench, type TestBench } from '@kaiku/testing';
import { AuditDeadlinesHandler, DeadlinesModule, DeadlinesWorkerModule, PolicyBook, ShipDefaults } from '@kaiku/deadlines';
import { StaffModule } from '@kaiku/staff';
import { Bulk } from './bulk';
import { SeedTransaction } from './seed-transaction';

describe(Bulk.name, () => {
  let bench: TestBench;
  const run = (tickets: number) => bench.get(Bulk).run({ tickets }, () => undefined);
  const one = async (sql: string): Promise<number> => Number(Object.values((await bench.db.sql<Record<string, string>>(sql))[0]!)[0]);

  beforeAll(async () => {
    bench = await openBench({ imports: [StaffModule, DeadlinesModule, DeadlinesWorkerModule], providers: [Bulk, SeedTransaction] });
    // The shipped policies, which the bench's own start may have found written already.
    await bench.get(ShipDefaults).write();
    bench.get(PolicyBook).forget();
    await run(600);
  });
  afterAll(() => bench.close());

  it('makes the number asked for: two in a hundred open, in twenty teams, about three entries each, one customer for five', async () => {
    expect(await one('SELECT count(*) FROM ticket')).toBe(600);
    expect(await one(`SELECT count(*) FROM ticket WHERE status NOT IN ('solved', 'closed')`)).toBe(12);
    expect(await one('SELECT count(*) FROM team')).toBe(20);
    expect(await one('SELECT count(*) FROM customer')).toBe(120);
    const entries = (await one('SELECT count(*) FROM ticket_entry')) / 600;
    expect(entries).toBeGreaterThan(2.8);
    expect(entries).toBeLessThan(3.6);
  });

  it('keeps what the columns of a ticket say of its entries true', async () => {
    const newest = `SELECT DISTINCT ON (ticket_id) * FROM ticket_entry ORDER BY ticket_id, id DESC`;
    expect(await one(`SELECT count(*) FROM ticket t LEFT JOIN (${newest}) e ON e.ticket_id = t.id
      WHERE (t.last_entry_id, t.last_entry_kind, t.last_entry_at, t.last_entry_preview) IS DISTINCT FROM (e.id, e.kind, e.at, e.preview) OR t.last_entry_by_us = (e.author_kind = 'customer')`)).toBe(0);
    expect(await one(`SELECT count(*) FROM ticket t WHERE has_human_reply <> EXISTS (SELECT FROM ticket_entry e WHERE e.ticket_id = t.id AND e.is_human_reply)`)).toBe(0);
    expect(await one('SELECT count(*) FROM (SELECT at, lag(at) OVER (PARTITION BY ticket_id ORDER BY id) AS before FROM ticket_entry) e WHERE at < before')).toBe(0);
  });

  it('numbers tickets in the order in which they came, and lets nothing lie in the future but what is due', async () => {
    expect(await one('SELECT count(*) FROM (SELECT received_at, lag(received_at) OVER (ORDER BY number) AS before FROM ticket) t WHERE received_at < before')).toBe(0);
    const now = `'${bench.clock.now().toISOString()}'`;
    expect(await one(`SELECT count(*) FROM ticket_entry WHERE at > ${now}`)).toBe(0);
    expect(await one(`SELECT count(*) FROM ticket WHERE updated_at > ${now} OR solved_at > ${now} OR snooze_until <= ${now}`)).toBe(0);
  });

  it('gives every call its telephone entry and every mail its participant', async () => {
    expect(await one(`SELECT count(*) FROM ticket_entry e WHERE e.kind = 'call' AND NOT EXISTS (SELECT FROM call c WHERE c.entry_id = e.id)`)).toBe(0);
    expect(await one(`SELECT count(*) FROM message m WHERE m.direction = 'inbound' AND m.from_address IS NOT NULL AND NOT EXISTS (SELECT FROM participant p WHERE p.ticket_id = m.ticket_id AND p.address = m.from_address)`)).toBe(0);
  });

  it('gives open tickets the clocks that their events make, as the nightly audit would have them, and nothing to be told at once', async () => {
    const open = `status NOT IN ('solved', 'closed')`;
    expect(await one(`SELECT count(DISTINCT d.subject_id) FROM deadline d JOIN ticket t ON t.id = d.subject_id WHERE t.${open}`)).toBe(12);
    expect(await one(`SELECT count(*) FROM deadline d JOIN ticket t ON t.id = d.subject_id WHERE NOT t.${open}`)).toBe(0);
    expect(await one(`SELECT count(*) FROM ticket t LEFT JOIN LATERAL (SELECT id, due_at FROM deadline d WHERE d.subject_id = t.id AND d.state = 'running' ORDER BY due_at, id LIMIT 1) d ON true
      WHERE (t.next_deadline_id, t.next_due_at) IS DISTINCT FROM (d.id, d.due_at)`)).toBe(0);
    expect(await one(`SELECT count(*) FROM deadline WHERE state = 'running'`)).toBeGreaterThan(5);
    expect(await one(`SELECT count(*) FROM deadline_reminder WHERE state = 'scheduled' AND fire_at <= '${bench.clock.now().toISOString()}'`)).toBe(0);
    expect(await bench.get(AuditDeadlinesHandler).run()).toBe('skipped: everything is as it should be');
  });

  it('lets nobody sign in with an account that it made', async () => {
    expect(await one('SELECT count(*) FROM staff_member WHERE password_hash IS NOT NULL')).toBe(0);
  });

  it('adds to what is there, with other customers and the same teams', async () => {
    await run(100);
    expect(await one('SELECT count(*) FROM ticket')).toBe(700);
    expect(await one('SELECT count(*) FROM customer')).toBe(140);
    expect(await one('SELECT count(*) FROM team')).toBe(20);
    expect(await one('SELECT count(*) FROM staff_member')).toBe(60);
  });
});
