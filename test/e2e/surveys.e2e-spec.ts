import { aCustomer } from '@kaiku/customers/testing';
import { SmtpSink } from '@kaiku/testing';
import { aSurvey } from '@kaiku/surveys/testing';
import { aTicket } from '@kaiku/tickets/testing';
import { Desk, eventually, stores } from '../support/desk';

const TEAM = '00000000-0000-7000-8000-000000000001';
const PEOPLE = 60;

describe.each(stores)('jobs@%s surveys leave', (store) => {
  let sink: SmtpSink;
  let desk: Desk;

  const open = async (lookup: boolean): Promise<void> => {
    sink = new SmtpSink();
    await sink.listen();
    desk = await Desk.start({ store, api: false, smtpUrl: sink.url, env: { KAIKU_LEASE_SECONDS: '2', KAIKU_SMTP_DOT_SECONDS: '3', ...(lookup ? { KAIKU_SMTP_LOOKUP_URL: sink.lookupUrl } : {}) } });
    await aSurvey(desk.db);
  };
  afterEach(async () => {
    await desk.stop();
    await sink.close();
  });

  /** As many solved tickets of as many people, with the news of it. */
  const solve = async (): Promise<void> => {
    const now = new Date().toISOString();
    for (let i = 0; i < PEOPLE; i++) {
      const { id: customerId } = await aCustomer(desk.db, { emails: [`vastaaja${i}@kotiposti.example`] });
      const ticket = await aTicket(desk.db, { customerId, teamId: TEAM, status: 'solved', solvedAt: now, hasHumanReply: true });
      await desk.db.sql(`UPDATE ticket SET version = 2, field_versions = '{"status": {"version": 2, "by": null}}' WHERE id = $1`, [ticket.id]);
      await desk.db.sql(`INSERT INTO outbox_event (name, payload, trace_id, at) VALUES ('ticket.solved.v1', $1, 'test', $2)`, [
        JSON.stringify({ ticketId: ticket.id, number: ticket.number, version: 2, teamId: TEAM, changed: ['status'], actorId: null }), now,
      ]);
    }
  };
  const states = async (): Promise<Record<string, number>> =>
    Object.fromEntries((await desk.db.sql<{ state: string; n: number }>('SELECT state, count(*)::int AS n FROM survey_invitation GROUP BY state')).map((row) => [row.state, row.n]));
  const mailsPerPerson = (): number[] => [...Map.groupBy(sink.arrivals, (a) => a.recipients[0]).values()].map((all) => all.length);

  /** Kills the worker at these final dots, before the server's answer leaves, and empties the queue store each time. */
  const storm = (atDots: readonly number[]): (() => number) => {
    let kills = 0;
    let going = Promise.resolve();
    sink.onDot = () => {
      if (!atDots.includes(sink.arrivals.length)) return true;
      kills++;
      const victim = desk.worker;
      victim?.kill('SIGKILL');
      going = going.then(async () => {
        await desk.kill(victim);
        await desk.flushQueues();
        await desk.startWorker();
      });
      return false;
    };
    return () => kills;
  };

  test('A-11 A-13 F01 F03 with a look-up at the relay: the worker killed at the final dot and the queue store emptied, nothing doubled and nothing missing', async () => {
    await open(true);
    const kills = storm([7, 31]);
    await solve();
    await eventually('all sent', async () => (await states()).sent === PEOPLE, 150_000);
    expect(kills()).toBeGreaterThan(0);
    expect(mailsPerPerson()).toEqual(Array.from({ length: PEOPLE }, () => 1));
    expect(await states()).toEqual({ sent: PEOPLE });
  }, 240_000);

  test('A-11 F02 without one: nothing doubled, and what nobody knows stays so', async () => {
    await open(false);
    const kills = storm([11]);
    await solve();
    await eventually('all done', async () => {
      const { sent = 0, unknown = 0, ...rest } = await states();
      return sent + unknown === PEOPLE && Object.keys(rest).length === 0;
    }, 150_000);
    const { sent = 0, unknown = 0 } = await states();
    expect(Math.max(...mailsPerPerson())).toBe(1);
    expect(unknown).toBeLessThanOrEqual(kills() * 10);
    expect(sent).toBeLessThanOrEqual(sink.arrivals.length);
    expect(PEOPLE - sink.arrivals.length).toBeLessThanOrEqual(unknown);
  }, 240_000);
});
