import { openBench, type TestBench } from '@kaiku/testing';
import { PlatformUpkeepHandler } from './upkeep.job';
import { UpkeepRepository } from './upkeep.repository';

let bench: TestBench;
beforeAll(async () => (bench = await openBench({ providers: [UpkeepRepository, PlatformUpkeepHandler] })));
afterAll(() => bench.close());

test('relayed events go after a week, what waits and the newest stay; old keys and throttles that have run out go; run again it finds nothing', async () => {
  const event = (position: number | null, days: number | null) =>
    bench.db.sql(`INSERT INTO outbox_event (name, payload, trace_id, at, position, relayed_at) VALUES ('x.y.v1', '{}', 't', now(), $1, now() - make_interval(days => $2))`, [position, days]);
  await event(1, 8);
  await event(2, 6);
  await event(3, null);
  await event(4, 8);
  await bench.db.sql(`INSERT INTO idempotency_key (actor, operation, key, body_hash, at) VALUES ('a', 'o', 'old', '\\x00', now() - interval '3 days'), ('a', 'o', 'new', '\\x00', now())`);
  await bench.db.sql(`INSERT INTO throttle (key, points, expire) SELECT name, 1, (extract(epoch FROM now()) + seconds) * 1000 FROM (VALUES ('over', -1), ('on', 60), ('forever', NULL)) AS t (name, seconds)`);
  expect(await bench.get(PlatformUpkeepHandler).run()).toBe('done');
  expect(await bench.get(PlatformUpkeepHandler).run()).toMatch(/^skipped/);
  expect(await bench.db.sql('SELECT position::int FROM outbox_event ORDER BY position')).toEqual([{ position: 2 }, { position: 3 }, { position: 4 }]);
  expect(await bench.db.sql('SELECT key FROM idempotency_key')).toEqual([{ key: 'new' }]);
  expect(await bench.db.sql('SELECT key FROM throttle ORDER BY key')).toEqual([{ key: 'forever' }, { key: 'on' }]);
});
