import { newId, nobody, system, viewerOf } from '@kaiku/kernel';
import { AccessRecorder, createPool, Database, namedQuery } from '@kaiku/platform';
import { aStaffActor, openBench, type TestBench } from '@kaiku/testing';
import { AccessLogRepository } from './access-log.repository';
import { PrivacyModule } from './privacy.module';

describe(AccessLogRepository.name, () => {
  let bench: TestBench;
  const ticket = newId();
  const person = newId();
  const reading = { objectKind: 'ticket', objectIds: [ticket], subjectKeys: [person], mode: 'deliberate' as const };
  const record = (viewer: Parameters<AccessRecorder['record']>[0], what: Parameters<AccessRecorder['record']>[1] = reading) => bench.get(Database).recordedRead(() => bench.get(AccessRecorder).record(viewer, what));
  const rows = () => bench.db.sql('SELECT actor_id, at, purpose, mode, object_kind, object_ids, subject_keys, reason FROM access_log ORDER BY id');

  beforeAll(async () => (bench = await openBench({ imports: [PrivacyModule] })));
  afterAll(() => bench.close());
  beforeEach(() => bench.db.clear());

  it('writes who saw whom, when, why and how', async () => {
    const actor = aStaffActor();
    await record(viewerOf(actor), { ...reading, reason: 'Warranty claim' });
    expect(await rows()).toEqual([{ actor_id: actor.id, at: bench.clock.now(), purpose: 'customer_service', mode: 'deliberate', object_kind: 'ticket', object_ids: [ticket], subject_keys: [person], reason: 'Warranty claim' }]);
  });

  it('keeps readings ahead of need apart, and readings by strangers without a name', async () => {
    await record({ ...viewerOf(aStaffActor()), prefetch: true });
    await record(viewerOf(nobody), { ...reading, mode: 'incidental' });
    expect((await rows()).map((r) => [r.mode, r.actor_id !== null])).toEqual([['prefetch', true], ['incidental', false]]);
  });

  it('does not write what a job reads', async () => {
    await record(viewerOf(system('intake')));
    expect(await rows()).toEqual([]);
  });

  it('shows nothing when the record cannot be written: both share one transaction', async () => {
    const read = bench.get(Database).recordedRead(async () => {
      await bench.get(AccessRecorder).record(viewerOf(aStaffActor()), { ...reading, objectIds: ['no id'] });
      return 'shown';
    });
    await expect(read).rejects.toMatchObject({ code: '22P02' });
    const rolledBack = bench.get(Database).recordedRead(async () => {
      await bench.get(AccessRecorder).record(viewerOf(aStaffActor()), reading);
      throw new Error('the reading failed');
    });
    await expect(rolledBack).rejects.toThrow('the reading failed');
    expect(await rows()).toEqual([]);
  });

  describe('rows', () => {
    const seen = namedQuery('test.seen', `SELECT id, "logKey" FROM json_to_recordset($1) AS r(id uuid, "logKey" uuid)`);
    const read = (things: readonly object[], viewer = viewerOf(aStaffActor()), first?: number) =>
      bench.get(AccessRecorder).rows(viewer, seen, [JSON.stringify(things)], { objectKind: 'ticket_list', mode: 'incidental', first });

    it('are recorded before they are given: ids shown, each person once, nothing of nothing', async () => {
      const [a, b, c] = [newId(), newId(), newId()];
      expect(await read([{ id: a, logKey: person }, { id: b, logKey: person }, { id: c, logKey: null }], undefined, 2)).toHaveLength(3);
      expect(await rows()).toMatchObject([{ object_ids: [a, b], subject_keys: [person], mode: 'incidental', object_kind: 'ticket_list' }]);
      await read([]);
      await read([{ id: c, logKey: person }], viewerOf(system('intake')));
      expect(await rows()).toHaveLength(1);
    });

    it('of many readers at once are recorded one by one', async () => {
      const actors = Array.from({ length: 30 }, () => aStaffActor());
      await Promise.all(actors.map((actor) => read([{ id: ticket, logKey: person }], viewerOf(actor))));
      expect((await rows()).map((r) => r.actor_id).sort()).toEqual(actors.map((a) => a.id).sort());
    });

    it('SEC-S82 are not given when the record cannot be written, and others are', async () => {
      const nowhere = { ...viewerOf(aStaffActor()), purpose: 'a\0b' as never };
      const outcomes = await Promise.allSettled([read([{ id: ticket }]), read([{ id: ticket }], nowhere), read([{ id: ticket }])]);
      expect(outcomes.map((o) => o.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await rows()).toHaveLength(2);
    });
  });

  it.each([`UPDATE access_log SET reason = 'x'`, 'DELETE FROM access_log', 'TRUNCATE access_log', `ALTER TABLE access_log ADD note text`, 'DROP TABLE access_log'])('SEC-S82 the application may not: %s', async (sql) => {
    await record(viewerOf(aStaffActor()));
    const pool = createPool(bench.db.url, 'test', 1);
    await expect(pool.query(sql)).rejects.toMatchObject({ code: '42501' });
    await pool.end();
    expect(await rows()).toHaveLength(1);
  });
});
