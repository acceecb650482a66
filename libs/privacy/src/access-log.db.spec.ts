import { newId, nobody, system, viewerOf } from '@kaiku/kernel';
import { AccessRecorder, createPool, Database } from '@kaiku/platform';
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

  it.each([`UPDATE access_log SET reason = 'x'`, 'DELETE FROM access_log', 'TRUNCATE access_log', `ALTER TABLE access_log ADD note text`, 'DROP TABLE access_log'])('SEC-S82 the application may not: %s', async (sql) => {
    await record(viewerOf(aStaffActor()));
    const pool = createPool(bench.db.url, 'test', 1);
    await expect(pool.query(sql)).rejects.toMatchObject({ code: '42501' });
    await pool.end();
    expect(await rows()).toHaveLength(1);
  });
});
