import * as fc from 'fast-check';
import { newId, system } from '@kaiku/kernel';
import { Outbox } from '@kaiku/platform';
import { openBench, type TestBench } from '@kaiku/testing';
import { ApplySignals, DeadlineBreached, DeadlinesWorkerModule, PolicyBook } from '../index';
import { aCalendar, aPolicy, aReminderPlan, aSubject, aTarget } from '../testing';
import { DueReminders, FireReminderHandler } from './fire-reminder.job';

/** Races and random histories are few here and many in `npm run chaos`; a seed repeats a run. */
const FULL = Boolean(process.env.KAIKU_CHAOS);
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));
const START = Date.parse('2026-10-24T12:00:00.000Z');
const MINUTE = 60_000;

let bench: TestBench;
const by = system('test');
beforeAll(async () => {
  process.stderr.write(`SEED=${SEED}\n`);
  bench = await openBench({ imports: [DeadlinesWorkerModule] });
});
afterAll(() => bench.close());
beforeEach(async () => {
  bench.clock.set(new Date(START));
  await bench.db.clear();
  // Always open, and the night of 25 October has 25 hours.
  const always = await aCalendar(bench.db, 'ALWAYS');
  await aPolicy(bench.db, [aTarget('first_reply', 8, { calendarId: always.id, reminderPlanId: await aReminderPlan(bench.db) })]);
  bench.get(PolicyBook).forget();
});

const opened = async (at: Date) => {
  const subject = aSubject({ receivedAt: at });
  await bench.get(ApplySignals).run(by, { id: subject.id, kind: 'ticket' }, subject.facts, [{ type: 'opened', at, contactEntryId: null, byAgent: false }]);
  return subject;
};
const fire = (row: { id: string; fence: number }) => bench.get(FireReminderHandler).run({ due: [row] });
const expireLeases = () => bench.db.sql(`UPDATE deadline_reminder SET lease_until = clock_timestamp() - interval '1 second' WHERE state = 'claimed'`);
const told = () => bench.db.sql<{ reminder: string; times: number }>(`SELECT payload->>'reminderId' AS reminder, count(*)::int AS times FROM outbox_event WHERE name = 'deadline.reminder_fired.v1' GROUP BY 1`);

test('F33 a reminder and an answer in the same instant: nobody is told after the answer', async () => {
  const rounds = FULL ? 1000 : 60;
  for (let round = 0; round < rounds; round++) {
    bench.clock.set(new Date(START));
    const { id, facts } = await opened(new Date(START));
    bench.clock.advance(4 * 60 * MINUTE);
    const [taken] = await bench.get(DueReminders).claim(10);
    // The answer leaves a mark in the outbox while it holds the clock, and so does the reminder: their numbers tell who had it first.
    const answer = bench.database.transaction(async () => {
      await bench.get(ApplySignals).run(by, { id, kind: 'ticket' }, facts, [{ type: 'reply', at: bench.clock.now(), entryId: newId() }]);
      await bench.get(Outbox).publish(DeadlineBreached, { deadlineId: id, subjectId: id, metric: 'callback', cycle: 1, breachedAt: bench.clock.now().toISOString() });
    });
    await Promise.all(round % 2 === 0 ? [answer, fire(taken!)] : [fire(taken!), answer]);
  }
  const late = await bench.db.sql(`SELECT r.id FROM outbox_event r JOIN outbox_event a ON a.payload->>'subjectId' = r.payload->>'subjectId' AND a.payload->>'metric' = 'callback'
    WHERE r.name = 'deadline.reminder_fired.v1' AND r.id > a.id`);
  expect(late).toEqual([]);
  const [states] = await bench.db.sql<{ n: number }>(`SELECT count(*)::int AS n FROM deadline WHERE state = 'met'`);
  expect(states!.n).toBe(rounds);
});

test('F36 the clock steps back and forth over the end of summer time: nothing is told twice, and nobody stays untold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: -60, max: 150 }), { minLength: 5, maxLength: 20 }), async (steps) => {
      await bench.db.sql('TRUNCATE deadline, deadline_event, deadline_reminder, outbox_event CASCADE');
      bench.clock.set(new Date(START));
      for (let i = 0; i < 5; i++) await opened(new Date(START));
      for (const step of [...steps, 24 * 60, -60, 120]) {
        bench.clock.advance(step * MINUTE);
        for (const row of await bench.get(DueReminders).claim(1000)) await fire(row);
      }
      for (const { times } of await told()) expect(times).toBe(1);
      const late = await bench.db.sql<{ n: number; breached: number }>(`SELECT count(*)::int AS n, count(*) FILTER (WHERE breached_at = started_at + interval '8 hours')::int AS breached FROM deadline`);
      expect(late).toEqual([{ n: 5, breached: 5 }]);
      // What is not told is followed by something later that is.
      const untold = await bench.db.sql(`SELECT r.step FROM deadline_reminder r WHERE r.state <> 'fired' AND NOT EXISTS (SELECT FROM deadline_reminder l WHERE l.deadline_id = r.deadline_id AND l.fire_at > r.fire_at AND l.state = 'fired')`);
      expect(untold).toEqual([]);
    }),
    { seed: SEED, numRuns: FULL ? 60 : 6 },
  );
});

test('F47 whichever jobs are lost or run twice, at whatever time: in the end the same has been told as when none was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('run', 'lost', 'twice', 'stale'), { minLength: 30, maxLength: 30 }), async (fates) => {
      await bench.db.sql('TRUNCATE deadline, deadline_event, deadline_reminder, outbox_event CASCADE');
      bench.clock.set(new Date(START));
      for (let i = 0; i < 10; i++) await opened(new Date(START + i));
      let turn = 0;
      const stale: { id: string; fence: number }[] = [];
      for (let hour = 0; hour < 9; hour++) {
        bench.clock.advance(60 * MINUTE);
        for (let again = 0; again < 3; again++) {
          for (const row of await bench.get(DueReminders).claim(1000)) {
            const fate = again === 2 ? 'run' : fates[turn++ % fates.length];
            if (fate === 'stale') stale.push(row);
            if (fate === 'run' || fate === 'twice') await fire(row);
            if (fate === 'twice') await fire(row);
          }
          await expireLeases();
        }
        // A job that was thought lost comes after all, with the fence of its time.
        for (const row of stale.splice(0)) await fire(row);
      }
      expect((await told()).map((t) => t.times).filter((n) => n !== 1)).toEqual([]);
      const [{ fired }] = (await bench.db.sql<{ fired: number }>(`SELECT count(*)::int AS fired FROM deadline_reminder WHERE state = 'fired' AND step IN ('half', 'warn', 'due')`)) as [{ fired: number }];
      expect(fired).toBe(30);
    }),
    { seed: SEED, numRuns: FULL ? 40 : 4 },
  );
});
