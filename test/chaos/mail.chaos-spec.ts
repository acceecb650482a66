import { Test, type TestingModule } from '@nestjs/testing';
import { ConversationsModule, SendReply } from '@kaiku/conversations';
import { rawMail } from '@kaiku/conversations/testing';
import { AccessInMemoryModule } from '@kaiku/customers/testing';
import { newId, type StaffActor } from '@kaiku/kernel';
import { PlatformModule } from '@kaiku/platform';
import { SmtpSink, testConfig } from '@kaiku/testing';
import { staffIn } from '@kaiku/tickets/testing';
import { Desk, eventually, stores } from '../support/desk';
import { offerMail } from '../support/smtp-client';

const BOX = 'asiakaspalvelu@lumo.example';
const TEAM = '00000000-0000-7000-8000-000000000001';
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));
const MAILS = Number(process.env.KAIKU_CHAOS_MAILS ?? 300);
const REPLIES = Number(process.env.KAIKU_CHAOS_REPLIES ?? 200);

/** A small seeded generator, so that a run can be repeated with SEED=. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32);
}
const say = (text: string) => process.stderr.write(`${text}\n`);

describe.each(stores)('chaos jobs@%s', (store) => {
  let sink: SmtpSink;
  let desk: Desk;
  let office: TestingModule;
  let juha: StaffActor;
  let kills = 0;
  let killing = true;

  beforeAll(async () => {
    say(`SEED=${SEED}`);
    sink = new SmtpSink();
    sink.latencyMs = 5;
    await sink.listen();
    desk = await Desk.start({ store, api: false, smtpUrl: sink.url, env: { KAIKU_LEASE_SECONDS: '3' } });
    office = await Test.createTestingModule({ imports: [PlatformModule.for(testConfig(desk.db.url, { KAIKU_SECRET: 'desk-secret-desk-secret-desk-secret-desk', KAIKU_DATA: desk.data })), AccessInMemoryModule, ConversationsModule] }).compile();
    await office.init();
    juha = await staffIn(desk.db, [TEAM], { name: 'Juha Heikkinen' });
  }, 120_000);
  afterAll(async () => {
    await office.close();
    await desk.stop();
    await sink.close();
  });

  /** Kills the worker again and again, at moments the seed decides, until told to stop. */
  async function storm(next: () => number, from: number, to: number): Promise<void> {
    while (killing) {
      const at = Date.now() + from + next() * (to - from);
      await eventually('the next kill', async () => Date.now() >= at || !killing, 60_000);
      if (!killing) return;
      await desk.kill(desk.worker);
      kills++;
      await desk.startWorker();
    }
  }

  test(`F21 ${MAILS} mails while the worker is killed every second or three: none lost, none doubled`, async () => {
    const next = random(SEED);
    kills = 0;
    killing = true;
    const storming = storm(next, 800, 3000);
    const began = Date.now();
    for (let i = 0; i < MAILS; i++) {
      const mail = rawMail({ subject: `Myrsky ${i}`, from: `a${i}@posti.example` });
      // A relay keeps what was not accepted and offers it again.
      await eventually(`mail ${i} to be taken`, async () => (await offerMail(desk.smtpPort, mail, [BOX])).accepted, 60_000);
    }
    killing = false;
    await storming;
    await desk.db.sql(`UPDATE inbound_raw SET lease_until = clock_timestamp() WHERE state = 'received'`);
    await eventually('every mail to be filed', async () => (await desk.db.sql(`SELECT 1 FROM inbound_raw WHERE state = 'received'`)).length === 0, 180_000);
    const [{ tickets, subjects }] = (await desk.db.sql<{ tickets: number; subjects: number }>(`SELECT count(*)::int AS tickets, count(DISTINCT subject)::int AS subjects FROM ticket WHERE subject LIKE 'Myrsky %'`)) as [{ tickets: number; subjects: number }];
    const [{ raws }] = (await desk.db.sql<{ raws: number }>('SELECT count(*)::int AS raws FROM inbound_raw')) as [{ raws: number }];
    say(`jobs@${store}: ${MAILS} mails, ${kills} kills, ${raws} raw mails, ${tickets} tickets, ${Math.round((Date.now() - began) / 1000)} s`);
    expect({ tickets, subjects }).toEqual({ tickets: MAILS, subjects: MAILS });
  }, 900_000);

  test(`F02 ${REPLIES} answers while the worker is killed every two to four seconds: none missing; doubled at most ten a kill, same Message-ID`, async () => {
    const next = random(SEED + 1);
    const open = await desk.db.sql<{ id: string; last_entry_id: string }>(`SELECT id, last_entry_id FROM ticket WHERE subject LIKE 'Myrsky %' ORDER BY number LIMIT ${REPLIES}`);
    sink.arrivals.length = 0;
    // A slow relay, so that kills fall between the dot and its answer.
    sink.latencyMs = 400;
    kills = 0;
    killing = true;
    const storming = storm(next, 2000, 4000);
    const began = Date.now();
    for (const ticket of open) await office.get(SendReply).run(juha, { idempotencyKey: newId(), ticketId: ticket.id, lastSeenEntryId: ticket.last_entry_id, text: 'Hei, vastaus myrskyssä.', thenStatus: 'solved' }, 0);
    await eventually('most to be sent', async () => (await desk.db.sql(`SELECT 1 FROM outbound_message WHERE kind = 'reply' AND state = 'sent'`)).length > REPLIES / 2, 300_000);
    killing = false;
    await storming;
    await eventually('every answer to be sent', async () => (await desk.db.sql(`SELECT 1 FROM outbound_message WHERE kind = 'reply' AND state <> 'sent'`)).length === 0, 300_000);
    const answers = sink.arrivals.filter((a) => /vastaus myrskyss/.test(a.raw));
    const byRecipient = Map.groupBy(answers, (a) => a.recipients[0]!);
    const doubled = answers.length - byRecipient.size;
    say(`jobs@${store}: ${open.length} answers, ${kills} kills, ${byRecipient.size} reached, ${doubled} doubled, ${Math.round((Date.now() - began) / 1000)} s`);
    expect(byRecipient.size).toBe(open.length);
    expect(doubled).toBeLessThanOrEqual(kills * 10);
    for (const copies of byRecipient.values()) expect(new Set(copies.map((a) => a.messageId)).size).toBe(1);
  }, 900_000);
});
