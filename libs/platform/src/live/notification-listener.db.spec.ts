import { openBench, type TestBench } from '@kaiku/testing';
import { LiveModule } from './live.module';
import { NotificationListener } from './notification-listener';

let bench: TestBench;
beforeAll(async () => (bench = await openBench({ imports: [LiveModule] })));
afterAll(() => bench.close());

/** What is heard, one after another. */
function ear(channel: string) {
  const heard: (string | null)[] = [];
  let wake = () => {};
  const stop = bench.get(NotificationListener).on(channel, (payload) => {
    heard.push(payload);
    wake();
  });
  return { stop, async next(): Promise<string | null> {
    while (heard.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return heard.shift()!;
  } };
}
const notify = (channel: string, payload: string) => bench.db.sql('SELECT pg_notify($1, $2)', [channel, payload]);

test('one connection hears every channel, and says null when it may have missed something', async () => {
  const [first, second] = [ear('first_channel'), ear('second_channel')];
  expect([await first.next(), await second.next()]).toEqual([null, null]);
  await notify('first_channel', '1');
  await notify('second_channel', '2');
  expect([await first.next(), await second.next()]).toEqual(['1', '2']);
  const [{ count }] = (await bench.db.sql<{ count: number }>(`SELECT count(*)::integer AS count FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'kaiku listener'`)) as [{ count: number }];
  expect(count).toBe(1);
  await bench.db.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'kaiku listener'`);
  expect([await first.next(), await second.next()]).toEqual([null, null]);
  await notify('first_channel', '3');
  expect(await first.next()).toBe('3');
});
