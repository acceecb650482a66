import { newId } from '@kaiku/kernel';
import { rawMail } from '@kaiku/conversations/testing';
import { Client } from 'pg';
import { Desk, eventually, stores } from '../support/desk';
import { offerMail, WatchingProxy } from '../support/smtp-client';

const BOX = 'asiakaspalvelu@lumo.example';

describe.each(stores)('jobs@%s mail coming in', (store) => {
  let desk: Desk;
  beforeAll(async () => (desk = await Desk.start({ store, api: false })));
  afterAll(() => desk.stop());

  const tickets = (subject: string) => desk.db.sql<{ id: string }>('SELECT id FROM ticket WHERE subject = $1', [subject]);
  const raws = () => desk.db.sql<{ state: string; error_code: string | null }>('SELECT state, error_code FROM inbound_raw ORDER BY received_at, id');
  const settled = () => eventually('every raw mail to be settled', async () => (await raws()).every((r) => r.state !== 'received'));
  const one = (subject: string) => eventually(`the ticket ${subject}`, async () => ((await tickets(subject)).length === 1 ? true : null));

  test('250 comes after the raw mail is stored, and it becomes a ticket', async () => {
    const sent = await offerMail(desk.smtpPort, rawMail({ subject: 'Ensimmäinen' }), [BOX]);
    expect(sent).toMatchObject({ accepted: true, answer: expect.stringMatching(/^250 2\.0\.0 Stored as [0-9a-f-]{36}$/) });
    await one('Ensimmäinen');
  });

  test('an address that is none of ours is refused at the door', async () => {
    expect(await offerMail(desk.smtpPort, rawMail(), ['joku@muualla.example'])).toMatchObject({ accepted: false, answer: expect.stringMatching(/^550 5\.1\.1/) });
  });

  test('F22 killed after the commit and before the 250: the sender offers it again, and it is one ticket', async () => {
    const proxy = new WatchingProxy(desk.smtpPort);
    const port = await proxy.listen();
    let killed: Promise<void> | undefined;
    proxy.onAnswer = (text) => {
      if (!text.includes('Stored as')) return true;
      killed = desk.kill(desk.worker);
      return false;
    };
    const mail = rawMail({ subject: 'Tapettu kuittauksen edellä' });
    expect((await offerMail(port, mail, [BOX])).accepted).toBe(false);
    await killed;
    await proxy.close();
    await desk.startWorker();
    expect((await offerMail(desk.smtpPort, mail, [BOX])).accepted).toBe(true);
    await settled();
    expect(await tickets('Tapettu kuittauksen edellä')).toHaveLength(1);
    expect((await raws()).map((r) => r.state)).toContain('duplicate');
  });

  test('killed before the commit: no 250, the sender still has it, and it is one ticket', async () => {
    const blocker = new Client({ connectionString: desk.db.url });
    await blocker.connect();
    await blocker.query('BEGIN; LOCK TABLE inbound_raw IN ACCESS EXCLUSIVE MODE');
    const mail = rawMail({ subject: 'Tapettu ennen tallennusta' });
    const offered = offerMail(desk.smtpPort, mail, [BOX]);
    await eventually('the insert to wait', async () => (await desk.db.sql(`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%INSERT INTO inbound_raw%'`)).length > 0);
    await desk.kill(desk.worker);
    await blocker.query('ROLLBACK');
    await blocker.end();
    expect((await offered).accepted).toBe(false);
    await desk.startWorker();
    expect((await offerMail(desk.smtpPort, mail, [BOX])).accepted).toBe(true);
    await one('Tapettu ennen tallennusta');
  });

  test('killed between storing and filing: the mail is filed by the next worker', async () => {
    const blocker = new Client({ connectionString: desk.db.url });
    await blocker.connect();
    await blocker.query('BEGIN; LOCK TABLE message IN ACCESS EXCLUSIVE MODE');
    expect((await offerMail(desk.smtpPort, rawMail({ subject: 'Tapettu kesken' }), [BOX])).accepted).toBe(true);
    await eventually('the filing to wait', async () => (await desk.db.sql(`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FROM message%'`)).length > 0);
    await desk.kill(desk.worker);
    await blocker.query('ROLLBACK');
    await blocker.end();
    // Its lease has to run out before another may read it: the test does not wait a minute.
    await desk.db.sql(`UPDATE inbound_raw SET lease_until = clock_timestamp() WHERE state = 'received'`);
    await desk.startWorker();
    await one('Tapettu kesken');
  });

  test('F26 a mail that cannot be read is quarantined with its bytes while the next ones are filed', async () => {
    const bomb = Buffer.from(`From: a@b.example\r\nTo: ${BOX}\r\nSubject: pommi\r\nContent-Type: multipart/mixed; boundary=x0\r\n\r\n${Array.from({ length: 5000 }, (_, i) => `--x${i}\r\nContent-Type: multipart/mixed; boundary=x${i + 1}\r\n\r\n`).join('')}`);
    expect((await offerMail(desk.smtpPort, bomb, [BOX])).accepted).toBe(true);
    expect((await offerMail(desk.smtpPort, rawMail({ subject: 'Pommin jälkeen' }), [BOX])).accepted).toBe(true);
    await one('Pommin jälkeen');
    await eventually('the quarantine', async () => (await raws()).some((r) => r.state === 'quarantined' && r.error_code !== null));
    const [kept] = await desk.db.sql<{ bytes: Buffer }>(`SELECT bytes FROM inbound_raw WHERE state = 'quarantined'`);
    expect(kept!.bytes.length).toBeGreaterThan(100_000);
  });

  test('F10 the queue store is emptied while mail waits: all of it is filed', async () => {
    await desk.kill(desk.worker);
    await desk.startWorker();
    const subjects = Array.from({ length: 10 }, (_, i) => `Tyhjennys ${i} ${newId().slice(-4)}`);
    for (const [i, subject] of subjects.entries()) {
      await offerMail(desk.smtpPort, rawMail({ subject, from: `a${i}@posti.example` }), [BOX]);
      if (i === 4) await desk.flushQueues();
    }
    await desk.flushQueues();
    for (const subject of subjects) await one(subject);
  });
});
