import { createECDH, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId, type StaffActor } from '@kaiku/kernel';
import { Config, Database, DueSweep, JobsModule, SmtpSender } from '@kaiku/platform';
import { AccessInMemoryModule } from '@kaiku/customers/testing';
import { aTeam } from '@kaiku/staff/testing';
import { openBench, SmtpSink, type TestBench } from '@kaiku/testing';
import { aTicket, staffIn } from '@kaiku/tickets/testing';
import { DeliveryRepository } from '../delivery/delivery.repository';
import { NoticeMail } from '../delivery/notice-mail';
import { PushKeys } from '../delivery/push-keys';
import { PushNetwork } from '../delivery/push-network';
import { PushSender } from '../delivery/push-sender';
import { NotificationsWorkerModule } from '../index';
import { PushSubscriptionRepository } from '../settings/push-subscription.repository';
import { aNotice, openPush } from '../testing';
import { DeliverNoticeHandler, DueDeliveries } from './deliver.job';

interface Pushed {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Stands for a push service: answers each path with what the test says. */
const answers = new Map<string, { status: number; retryAfter?: string }>();
const pushed: Pushed[] = [];
let service: Server;
let origin: string;
let sink: SmtpSink;
let bench: TestBench;
let liisa: StaffActor;
let team: string;
let deliver: DeliverNoticeHandler;

beforeAll(async () => {
  sink = new SmtpSink();
  await sink.listen();
  service = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      pushed.push({ path: request.url!, headers: request.headers, body: Buffer.concat(chunks) });
      const { status, retryAfter } = answers.get(request.url!) ?? { status: 201 };
      response.writeHead(status, { location: 'http://127.0.0.1:9/elsewhere', ...(retryAfter ? { 'retry-after': retryAfter } : {}) }).end('x'.repeat(10_000));
    });
  });
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  bench = await openBench({ imports: [AccessInMemoryModule, JobsModule, NotificationsWorkerModule] }, { SMTP_URL: sink.url, KAIKU_LEASE_SECONDS: '30', PUBLIC_URL: 'https://desk.example' });
  const network = new PushNetwork({ hosts: ['127.0.0.1'], protocol: 'http:', innerAllowed: true });
  const push = new PushSender(bench.get(Database), bench.get(PushSubscriptionRepository), bench.get(PushKeys), network, bench.get(Config));
  deliver = new DeliverNoticeHandler(bench.get(DeliveryRepository), bench.get(NoticeMail), push, bench.get(SmtpSender), bench.get(Config), bench.clock);
});
afterAll(async () => {
  await bench.close();
  await sink.close();
  await new Promise((done) => service.close(done));
});
beforeEach(async () => {
  await bench.db.clear();
  bench.clock.set('2026-11-23T09:00:00.000Z');
  answers.clear();
  pushed.length = 0;
  sink.arrivals.length = 0;
  sink.mode = 'ok';
  sink.onDot = () => true;
  sink.refused.clear();
  team = (await aTeam(bench.db)).id;
  liisa = await staffIn(bench.db, [team]);
});

/** A notice that waits for its delivery; wanted by mail and push. */
async function waiting(channel: 'mail' | 'push', more: { readAt?: string | null; locale?: string; releaseAt?: string } = {}): Promise<string> {
  const ticket = await aTicket(bench.db, { teamId: team, assigneeId: liisa.id, subject: 'Kissanruoka' });
  const notice = await aNotice(bench.db, { staffId: liisa.id, cause: 'assigned', ticketId: ticket.id, ticketNumber: ticket.number, readAt: more.readAt });
  await bench.db.sql('INSERT INTO notice_preference VALUES ($1, $2, $3, true) ON CONFLICT DO NOTHING', [liisa.id, 'assigned', channel]);
  const id = newId();
  await bench.db.sql(`INSERT INTO notice_delivery (id, notice_id, channel, state, release_at, trace_id) VALUES ($1, $2, $3, 'queued', $4, 'test')`, [id, notice.id, channel, more.releaseAt ?? '2026-11-23T09:00:00.000Z']);
  return id;
}

/** A browser with keys of its own. */
async function browser(path: string) {
  const curve = createECDH('prime256v1');
  const p256dh = curve.generateKeys().toString('base64url');
  const auth = randomBytes(16);
  await bench.db.sql('INSERT INTO push_subscription (id, staff_id, endpoint, p256dh, auth, created_at) VALUES ($1, $2, $3, $4, $5, now())', [newId(), liisa.id, `${origin}${path}`, p256dh, auth.toString('base64url')]);
  return { curve, auth };
}

const stateOf = async (id: string) => (await bench.db.sql<{ state: string; error_code: string | null; next_try_at: Date | null; tries: number }>('SELECT state, error_code, next_try_at, tries FROM notice_delivery WHERE id = $1', [id]))[0]!;
const run = (id: string) => deliver.run({ id });

describe('mail', () => {
  test('reaches the colleague in their language once, recognisable as a machine\'s, with number and link and nothing of the customer', async () => {
    await bench.db.sql(`UPDATE staff_member SET locale = 'fi' WHERE id = $1`, [liisa.id]);
    const id = await waiting('mail');
    expect((await Promise.all([run(id), run(id)])).toSorted()).toEqual(['done', expect.stringMatching(/^skipped/)]);
    expect(await run(id)).toMatch(/^skipped/);
    expect(sink.arrivals).toHaveLength(1);
    const { raw, recipients, messageId } = sink.arrivals[0]!;
    expect(recipients).toEqual([`${liisa.id}@lumo.example`]);
    expect(raw).toMatch(/^From: Lumo <no-reply@desk\.example>/m);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(raw).toMatch(/^Subject: Sait tiketin \d+/m);
    expect(raw).toMatch(/https:\/\/desk\.example\/t\/\d+/);
    expect(raw).not.toMatch(/Kissanruoka/);
    expect(messageId).toBe(bench.get(NoticeMail).messageId(id));
    expect(await stateOf(id)).toMatchObject({ state: 'sent', error_code: null });
  });

  test('a refused address has failed, a relay that is busy is asked again with the same Message-ID', async () => {
    const refused = await waiting('mail');
    sink.mode = '550-rcpt';
    sink.refused.add(`${liisa.id}@lumo.example`);
    await run(refused);
    expect(await stateOf(refused)).toMatchObject({ state: 'failed', error_code: '550' });
    sink.mode = '451-data';
    const busy = await waiting('mail');
    await run(busy);
    expect(await stateOf(busy)).toMatchObject({ state: 'queued', error_code: '451' });
    expect(await run(busy)).toMatch(/^skipped: not due/);
    sink.mode = 'drop-after-dot';
    bench.clock.advance(60_000);
    await run(busy);
    sink.mode = 'ok';
    bench.clock.advance(120_000);
    await run(busy);
    expect(await stateOf(busy)).toMatchObject({ state: 'sent', tries: 3 });
    expect(new Set(sink.arrivals.map((a) => a.messageId)).size).toBe(1);
  });

  test('whose worker died is taken over, and the one that thaws sends nothing more', async () => {
    const id = await waiting('mail');
    const frozen = (await bench.get(DeliveryRepository).claim(id, bench.clock.now(), 30))!;
    await bench.db.sql(`UPDATE notice_delivery SET lease_until = now() - interval '1 second'`);
    expect((await bench.get(DueDeliveries).claim(10)).map((row) => row.id)).toEqual([id]);
    expect(await bench.get(DeliveryRepository).renew(frozen, 30)).toBe(false);
    expect(await bench.get(DeliveryRepository).finish(frozen, { state: 'sent', nextTryAt: null, errorCode: null }, bench.clock.now())).toBe(false);
    await run(id);
    expect(sink.arrivals).toHaveLength(1);
  });

  test('taken over while it is being sent, it stops before the dot', async () => {
    const id = await waiting('mail');
    sink.latencyMs = 0;
    const repository = bench.get(DeliveryRepository);
    const mail = bench.get(NoticeMail);
    // Between composing and the first byte somebody else takes the row over.
    const slow = Object.assign(Object.create(mail) as NoticeMail, { compose: async (delivery: Parameters<NoticeMail['compose']>[0]) => {
      await bench.db.sql('UPDATE notice_delivery SET fence = fence + 1');
      return mail.compose(delivery);
    } });
    const handler = new DeliverNoticeHandler(repository, slow, bench.get(PushSender), bench.get(SmtpSender), bench.get(Config), bench.clock);
    expect(await handler.run({ id })).toBe('skipped: taken over by another sender');
    expect(sink.arrivals).toEqual([]);
  });

  test('read meanwhile, no longer wanted, or of somebody who left: not sent', async () => {
    const read = await waiting('mail', { readAt: '2026-11-23T08:59:00Z' });
    await run(read);
    expect(await stateOf(read)).toMatchObject({ state: 'skipped', error_code: 'read' });
    const unwanted = await waiting('mail');
    await bench.db.sql('UPDATE notice_preference SET enabled = false');
    await run(unwanted);
    expect(await stateOf(unwanted)).toMatchObject({ state: 'skipped', error_code: 'not_wanted' });
    expect(sink.arrivals).toEqual([]);
  });

  test('waits for its time, and the sweep finds it then, once per lease', async () => {
    const id = await waiting('mail', { releaseAt: '2026-11-24T05:00:00.000Z' });
    expect(await run(id)).toMatch(/^skipped: not due/);
    expect(await bench.get(DueDeliveries).claim(10)).toEqual([]);
    bench.clock.set('2026-11-24T05:00:00.000Z');
    expect(await bench.get(DueDeliveries).claim(10)).toHaveLength(1);
    expect(await bench.get(DueDeliveries).claim(10)).toEqual([]);
    expect(bench.get(DueSweep, { strict: false }).sources()).toContain(bench.get(DueDeliveries));
  });
});

describe('push', () => {
  test('is sealed for the browser, signed by the desk, and says number and cause only', async () => {
    const { curve, auth } = await browser('/phone');
    const id = await waiting('push');
    expect(await run(id)).toBe('done');
    expect(await run(id)).toMatch(/^skipped/);
    expect(pushed).toHaveLength(1);
    const [{ headers, body }] = pushed as [Pushed];
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '43200', urgency: 'normal', topic: expect.stringMatching(/^[\w-]{32}$/), authorization: expect.stringContaining(`k=${bench.get(PushKeys).publicKey}`) });
    const message = JSON.parse(openPush(body, curve, auth)) as Record<string, unknown>;
    expect(message).toEqual({ id: expect.any(String), tag: headers.topic, cause: 'ASSIGNED', number: expect.any(Number), title: expect.stringMatching(/^Ticket \d+ was assigned to you$/), body: '', path: expect.stringMatching(/^\/t\/\d+$/) });
    expect(JSON.stringify(message)).not.toMatch(/Kissanruoka|Liisa/);
  });

  test.each([404, 410])('%d: a browser that is gone is forgotten, the others are reached', async (status) => {
    await browser('/gone');
    await browser('/phone');
    answers.set('/gone', { status });
    const id = await waiting('push');
    await run(id);
    expect(await stateOf(id)).toMatchObject({ state: 'sent' });
    expect((await bench.db.sql<{ endpoint: string }>('SELECT endpoint FROM push_subscription')).map((s) => s.endpoint)).toEqual([`${origin}/phone`]);
    answers.set('/phone', { status });
    const last = await waiting('push');
    await run(last);
    expect(await stateOf(last)).toMatchObject({ state: 'skipped', error_code: 'no_browser' });
  });

  test('a busy service is asked again when it says, a refusing or redirecting one is not', async () => {
    await browser('/phone');
    answers.set('/phone', { status: 429, retryAfter: '900' });
    const busy = await waiting('push');
    await run(busy);
    expect(await stateOf(busy)).toMatchObject({ state: 'queued', error_code: '429', next_try_at: new Date('2026-11-23T09:15:00.000Z') });
    for (const status of [400, 403, 302]) {
      answers.set('/phone', { status });
      const id = await waiting('push');
      await run(id);
      expect(await stateOf(id)).toMatchObject({ state: 'failed', error_code: String(status) });
    }
    expect(pushed).toHaveLength(4);
    expect(await bench.db.sql('SELECT 1 FROM push_subscription')).toHaveLength(1);
  });

  test('keys that cannot be sealed for, or a house that is not allowed any more, fail without a request', async () => {
    await bench.db.sql(`INSERT INTO push_subscription (id, staff_id, endpoint, p256dh, auth, created_at) VALUES ($1, $2, $3, 'x', 'x', now())`, [newId(), liisa.id, `${origin}/broken`]);
    const broken = await waiting('push');
    await run(broken);
    expect(await stateOf(broken)).toMatchObject({ state: 'failed', error_code: 'keys' });
    await bench.db.sql('DELETE FROM push_subscription');
    await browser('/phone');
    await bench.db.sql(`UPDATE push_subscription SET endpoint = 'https://inner.example/x'`);
    const elsewhere = await waiting('push');
    await run(elsewhere);
    expect(await stateOf(elsewhere)).toMatchObject({ state: 'failed', error_code: 'EHOST' });
    expect(pushed).toEqual([]);
  });
});
