import { AccessInMemoryModule } from '@kaiku/customers/testing';
import { newId, system } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { openBench, SmtpSink, type TestBench } from '@kaiku/testing';
import { aTicket } from '@kaiku/tickets/testing';
import { ConversationsWorkerModule, ReceiveMail } from '../index';
import { aMailbox, rawMail } from '../testing';
import { FileStore } from '../files/file-store';
import { KeepFile } from '../files/keep-file';
import { DueOutbound, DueRawMail, DueUnknown } from './due-rows';
import { LooseFilesHandler } from './loose-files.job';
import { ParseDueMailHandler, ParseMailOnArrivalHandler } from './parse-mail.job';
import { ResolveUnknownHandler } from './resolve-unknown.job';
import { SendDueMailHandler, SendMailOnReleaseHandler } from './send-mail.job';
import { UpkeepHandler } from './upkeep.job';

let sink: SmtpSink;
let bench: TestBench;
beforeAll(async () => {
  sink = new SmtpSink();
  await sink.listen();
  bench = await openBench({ imports: [AccessInMemoryModule, ConversationsWorkerModule] }, { SMTP_URL: sink.url, KAIKU_SMTP_LOOKUP_URL: sink.lookupUrl });
});
afterAll(async () => {
  await bench.close();
  await sink.close();
});
beforeEach(async () => {
  await bench.db.clear();
  sink.arrivals.length = 0;
  await aMailbox(bench.db);
});

const received = (bytes = rawMail()) => bench.get(ReceiveMail).run(system('test'), { source: 'smtp', envelopeFrom: null, envelopeTo: [], bytes });
const count = async (table: string) => (await bench.db.sql<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n;
const queued = async () => (await bench.db.sql<{ id: string; state: string; fence: number }>('SELECT id, state, fence FROM outbound_message'))[0]!;

test('a mail read twice is one ticket', async () => {
  const rawId = await received();
  expect(await bench.get(ParseMailOnArrivalHandler).run({ rawId })).toBe('done');
  expect(await bench.get(ParseMailOnArrivalHandler).run({ rawId })).toMatch(/^skipped/);
  expect(await count('ticket')).toBe(1);
});

test('a mail whose job was lost is swept up, and sweeping twice files it once', async () => {
  await received();
  bench.clock.advance(4000);
  for (let turn = 0; turn < 2; turn++) for (const row of await bench.get(DueRawMail).claim(10)) await bench.get(ParseDueMailHandler).run(row);
  expect(await count('ticket')).toBe(1);
});

test('F26 a mail that cannot be read is quarantined; read again it stays so', async () => {
  const bomb = Buffer.from(`Subject: x\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n${Array.from({ length: 300 }, (_, i) => `--b${i}\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`).join('')}`);
  const rawId = await received(bomb);
  expect(await bench.get(ParseMailOnArrivalHandler).run({ rawId })).toBe('skipped: quarantined');
  expect(await bench.get(ParseMailOnArrivalHandler).run({ rawId })).toMatch(/^skipped/);
  expect(await bench.db.sql('SELECT state, error_code FROM inbound_raw')).toEqual([{ state: 'quarantined', error_code: 'too_deep' }]);
});

test('a message sent twice arrives once, by whichever job', async () => {
  await bench.get(ParseMailOnArrivalHandler).run({ rawId: await received() });
  const { id, fence } = await queued();
  expect(await bench.get(SendMailOnReleaseHandler).run({ outboundId: id })).toBe('done');
  expect(await bench.get(SendMailOnReleaseHandler).run({ outboundId: id })).toMatch(/^skipped/);
  expect(await bench.get(SendDueMailHandler).run({ id, fence } as never)).toMatch(/^skipped/);
  expect(sink.arrivals).toHaveLength(1);
  expect((await queued()).state).toBe('sent');
});

test('ten senders of one message at once: it arrives once', async () => {
  await bench.get(ParseMailOnArrivalHandler).run({ rawId: await received() });
  const { id } = await queued();
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => bench.get(SendMailOnReleaseHandler).run({ outboundId: id })));
  expect(outcomes.filter((o) => o === 'done')).toHaveLength(1);
  expect(sink.arrivals).toHaveLength(1);
});

test('a due message is swept once while its lease runs, and again when its sender is lost', async () => {
  await bench.get(ParseMailOnArrivalHandler).run({ rawId: await received() });
  expect(await bench.get(DueOutbound).claim(10)).toHaveLength(1);
  expect(await bench.get(DueOutbound).claim(10)).toHaveLength(0);
  await bench.db.sql(`UPDATE outbound_message SET state = 'data_started', lease_until = clock_timestamp() - interval '1 second'`);
  expect(await bench.get(DueOutbound).claim(10)).toHaveLength(1);
});

test('F35 a sender that was frozen past its lease stops before the final dot', async () => {
  await bench.get(ParseMailOnArrivalHandler).run({ rawId: await received() });
  const { id } = await queued();
  // Somebody else raises the fence while the bytes are on their way: what is left to say is never said.
  await bench.db.sql(`CREATE FUNCTION take_over() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.state = 'data_started' THEN NEW.fence := NEW.fence + 1; END IF; RETURN NEW; END $$; CREATE TRIGGER take_over BEFORE UPDATE ON outbound_message FOR EACH ROW EXECUTE FUNCTION take_over()`);
  try {
    expect(await bench.get(SendMailOnReleaseHandler).run({ outboundId: id })).toMatch(/^skipped: taken over/);
  } finally {
    await bench.db.sql('DROP TRIGGER take_over ON outbound_message; DROP FUNCTION take_over');
  }
  expect(sink.arrivals).toHaveLength(0);
});

test('an unknown outcome resolved twice is resolved once: the relay has it', async () => {
  await bench.get(ParseMailOnArrivalHandler).run({ rawId: await received() });
  const { id } = await queued();
  await bench.get(SendMailOnReleaseHandler).run({ outboundId: id });
  await bench.db.sql(`UPDATE outbound_message SET state = 'unknown', unknown_since = $1, next_try_at = $1`, [bench.clock.now()]);
  const [row] = await bench.get(DueUnknown).claim(10);
  expect(await bench.get(ResolveUnknownHandler).run(row!)).toBe('done');
  expect(await bench.get(ResolveUnknownHandler).run(row!)).toMatch(/^skipped/);
  expect((await queued()).state).toBe('sent');
  expect(sink.arrivals).toHaveLength(1);
});

test('upkeep empties filed mail after 30 days, and leaves quarantined mail to people', async () => {
  await bench.get(ParseMailOnArrivalHandler).run({ rawId: await received() });
  const kept = await received();
  await bench.db.sql(`UPDATE inbound_raw SET state = 'quarantined' WHERE id = $1`, [kept]);
  bench.clock.advance(31 * 86_400_000);
  await bench.get(UpkeepHandler).run();
  await bench.get(UpkeepHandler).run();
  expect(await bench.db.sql(`SELECT state, length(bytes) > 0 AS full FROM inbound_raw ORDER BY state`)).toEqual([{ state: 'done', full: false }, { state: 'quarantined', full: true }]);
  bench.clock.advance(-31 * 86_400_000);
});

test('upkeep throws away drafts older than 30 days, and again nothing', async () => {
  const ticket = await aTicket(bench.db);
  const staffId = newId();
  await bench.db.sql(`INSERT INTO staff_member (id, name, email, locale, created_at) VALUES ($1, 'L', 'l@lumo.example', 'fi', '2026-01-01')`, [staffId]);
  const save = (mode: string, days: number) => bench.db.sql('INSERT INTO draft (ticket_id, staff_id, mode, text, saved_at) VALUES ($1, $2, $3, $4, $5)', [ticket.id, staffId, mode, 'x', new Date(bench.clock.now().getTime() - days * 86_400_000)]);
  await save('reply', 31);
  await save('note', 29);
  await bench.get(UpkeepHandler).run();
  await bench.get(UpkeepHandler).run();
  expect(await bench.db.sql('SELECT mode FROM draft')).toEqual([{ mode: 'note' }]);
});

test('files of forms that were never taken go after a day, of replies never sent after a week, bytes and all; the second run finds none', async () => {
  const ticket = await aTicket(bench.db);
  const staffId = newId();
  await bench.db.sql(`INSERT INTO staff_member (id, name, email, locale, created_at) VALUES ($1, 'L', 'l@lumo.example', 'fi', '2026-01-01')`, [staffId]);
  await bench.get(ParseMailOnArrivalHandler).run({ rawId: await received() });
  const [entry] = await bench.db.sql<{ id: string; ticket_id: string }>(`SELECT id, ticket_id FROM ticket_entry WHERE kind = 'customer_message'`);
  const keep = async (name: string, hours: number, on: { entryId?: string; ticketId?: string; uploadedBy?: string }) => {
    const prepared = await bench.get(KeepFile).prepare({ bytes: Buffer.from(name), name, declaredType: 'text/plain' });
    await bench.get(Database).transaction(() => bench.get(KeepFile).record(prepared, { entryId: null, ticketId: null, uploadedBy: null, ...on }));
    await bench.db.sql('UPDATE attachment SET created_at = $2 WHERE id = $1', [prepared.id, new Date(bench.clock.now().getTime() - hours * 3_600_000)]);
    return prepared;
  };
  const forgotten = await keep('form-25-hours', 25, {});
  await keep('form-23-hours', 23, {});
  await keep('staff-8-days', 8 * 24, { uploadedBy: staffId });
  await keep('staff-6-days', 6 * 24, { uploadedBy: staffId });
  const drafted = await keep('staff-8-days-in-a-draft', 8 * 24, { uploadedBy: staffId });
  await bench.db.sql(`INSERT INTO draft (ticket_id, staff_id, mode, text, attachment_ids, saved_at) VALUES ($1, $2, 'reply', 'x', $3, $4)`, [ticket.id, staffId, [drafted.id], bench.clock.now()]);
  await keep('on-an-entry', 999, { entryId: entry!.id, ticketId: entry!.ticket_id });
  expect(await bench.get(LooseFilesHandler).run()).toBe('done');
  expect(await bench.get(LooseFilesHandler).run()).toMatch(/^skipped/);
  expect((await bench.db.sql<{ name: string }>('SELECT name FROM attachment ORDER BY name')).map((row) => row.name)).toEqual(['form-23-hours', 'on-an-entry', 'staff-6-days', 'staff-8-days-in-a-draft']);
  await expect(bench.get(FileStore).get(forgotten.storedAs)).rejects.toMatchObject({ code: 'ENOENT' });
  expect((await bench.get(FileStore).get(drafted.storedAs)).toString()).toBe('staff-8-days-in-a-draft');
});
