import { AccessInMemoryModule, aCustomer } from '@kaiku/customers/testing';
import { system } from '@kaiku/kernel';
import { openBench, type TestBench } from '@kaiku/testing';
import { ConversationsModule, ReceiveMail } from '../index';
import { InboundRawRepository } from '../inbound/inbound-raw.repository';
import { MailSecrets } from '../mail-secrets';
import { processMailHere, MOST_FILES } from '../mail';
import { aMailbox, rawMail, type MailSpec } from '../testing';
import { MailComposer } from '../outbound/mail-composer';
import { OutboundRepository } from '../outbound/outbound.repository';
import { FileMail, type Filed } from './file-mail';
import { newId } from '@kaiku/kernel';

let bench: TestBench;
beforeAll(async () => (bench = await openBench({ imports: [AccessInMemoryModule, ConversationsModule] })));
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  await aMailbox(bench.db);
});

/** A mail through the door, read and filed. */
async function arrive(mail: MailSpec | Buffer = {}, to = ['asiakaspalvelu@lumo.example']): Promise<Filed> {
  const bytes = Buffer.isBuffer(mail) ? mail : rawMail(mail);
  const id = await bench.get(ReceiveMail).run(system('test'), { source: 'smtp', envelopeFrom: 'x@posti.example', envelopeTo: to, bytes });
  const raw = (await bench.get(InboundRawRepository).claim(id))!;
  return bench.get(FileMail).run(system('intake'), raw, await processMailHere(bytes, { fileIds: Array.from({ length: MOST_FILES }, newId), ownAddresses: ['asiakaspalvelu@lumo.example'] }));
}
const tickets = () => bench.db.sql<{ id: string; [column: string]: unknown }>('SELECT * FROM ticket ORDER BY number');
const entries = (ticketId: string) => bench.db.sql<{ id: string; [column: string]: unknown }>(`SELECT * FROM ticket_entry WHERE ticket_id = $1 AND kind <> 'system' ORDER BY id`, [ticketId]);
const outbound = () => bench.db.sql<{ id: string; [column: string]: unknown }>('SELECT * FROM outbound_message ORDER BY created_at');

test('a mail becomes a ticket of its mailbox, linked to the one customer with that address, and is acknowledged', async () => {
  const customer = await aCustomer(bench.db, { emails: ['maija.virtanen@posti.example'] });
  await arrive({});
  const [ticket] = await tickets();
  expect(ticket).toMatchObject({ kind: 'question', status: 'new', channel: 'email', subject: 'Tilaus ei ole saapunut', language: 'fi', customer_id: customer.id });
  expect(await entries(ticket!.id)).toMatchObject([{ kind: 'customer_message', is_customer_contact: true, author_name: 'Maija Virtanen' }]);
  const [ack] = await outbound();
  expect(ack).toMatchObject({ kind: 'acknowledgement', state: 'queued', recipients: [{ address: 'maija.virtanen@posti.example' }] });
  expect(JSON.stringify(ack!.content)).not.toContain('tilaukseni');
});

test('a mail is as old as the clocks of the world say: an old one is not acknowledged, one that comes while the demo is moved on is', async () => {
  bench.clock.advance(5 * 86_400_000);
  await arrive({});
  expect(await outbound()).toEqual([]);
  bench.clock.advance(-5 * 86_400_000);
  bench.clock.move(5 * 86_400_000);
  await arrive({ messageId: '<two@posti.example>', from: 'Aino <aino@posti.example>' });
  expect(await outbound()).toMatchObject([{ kind: 'acknowledgement' }]);
  bench.clock.move(-5 * 86_400_000);
});

test('a mail without a subject has none, and is answered as what it was', async () => {
  await arrive({ subject: '' });
  expect((await tickets())[0]!.subject).toBeNull();
  const row = await bench.get(OutboundRepository).get((await outbound())[0]!.id);
  expect((await bench.get(MailComposer).compose(row!)).bytes.toString()).toMatch(/^Subject: Viestisi \[#\d+\]\r$/m);
});

test('two customers share an address: candidates, never a silent bind', async () => {
  await aCustomer(bench.db, { emails: ['maija.virtanen@posti.example'] });
  await aCustomer(bench.db, { emails: ['maija.virtanen@posti.example'] });
  await arrive({});
  expect((await tickets())[0]!.customer_id).toBeNull();
});

test('F25 the same mail twice, without a Message-ID, is one ticket; both raw mails are kept', async () => {
  const mail = rawMail({ messageId: null });
  await arrive(mail);
  expect((await arrive(Buffer.concat([Buffer.from('Received: from a second relay\r\n'), mail]))).outcome).toBe('duplicate');
  expect(await tickets()).toHaveLength(1);
  expect((await bench.db.sql<{ state: string }>('SELECT state FROM inbound_raw ORDER BY id')).map((r) => r.state)).toEqual(['done', 'duplicate']);
});

test('F24 the same Message-ID with other content is a mail of its own', async () => {
  await arrive({ messageId: '<one@posti.example>' });
  await arrive({ messageId: '<one@posti.example>', body: 'Aivan muuta asiaa.' });
  expect(await tickets()).toHaveLength(2);
});

test('F22 filed twice by two processes at once: one ticket, one acknowledgement', async () => {
  const bytes = rawMail();
  const ids = await Promise.all([1, 2].map(() => bench.get(ReceiveMail).run(system('test'), { source: 'smtp', envelopeFrom: null, envelopeTo: [], bytes })));
  const raws = await Promise.all(ids.map(async (id) => (await bench.get(InboundRawRepository).claim(id))!));
  const mail = await processMailHere(bytes, { fileIds: Array.from({ length: MOST_FILES }, newId) });
  const outcomes = await Promise.all(raws.map((raw) => bench.get(FileMail).run(system('intake'), raw, mail)));
  expect(outcomes.map((o) => o.outcome).sort()).toEqual(['duplicate', 'filed']);
  expect(await tickets()).toHaveLength(1);
  expect(await outbound()).toHaveLength(1);
});

test('the customer\'s answer to a signed id joins the ticket; a stranger with the same id gets a ticket of their own', async () => {
  await arrive({});
  const [ticket] = await tickets();
  const ours = bench.get(MailSecrets).messageId((await outbound())[0]!.id, 'lumo.example');
  await arrive({ inReplyTo: ours, subject: 'VS: Tilaus', body: 'Lisätieto: se on yhä kateissa.' });
  expect(await entries(ticket!.id)).toHaveLength(2);
  await arrive({ from: 'Joku Muu <joku@muualla.example>', inReplyTo: ours, body: 'Kertokaa kaikki.' });
  const all = await tickets();
  expect(all).toHaveLength(2);
  expect(all[1]).toMatchObject({ possibly_belongs_to: ticket!.id });
  expect(await bench.db.sql('SELECT suspicion FROM message WHERE ticket_id = $1', [all[1]!.id])).toEqual([{ suspicion: 'stranger_in_thread' }]);
});

test.each([
  ['wrong', (id: string) => id.replace(/\.[0-9a-z]{24}@/, `.${'0'.repeat(24)}@`)],
  ['missing', (id: string) => id.replace(/\.[0-9a-z]{24}@/, '@')],
  ['truncated', (id: string) => id.replace(/[0-9a-z]@/, '@')],
  ['upper-cased', (id: string) => id.toUpperCase()],
])('SEC-S50 c a Message-ID of ours with a %s signature points nowhere', async (_what, spoil) => {
  await arrive({});
  const ours = bench.get(MailSecrets).messageId((await outbound())[0]!.id, 'lumo.example');
  await arrive({ inReplyTo: spoil(ours), body: 'toinen' });
  expect((await tickets()).map((t) => t.possibly_belongs_to)).toEqual([null, null]);
});

test('the Reply-To token joins only with a participant as sender', async () => {
  await arrive({});
  const [ticket] = await tickets();
  const address = bench.get(MailSecrets).replyAddress(ticket!.id, 'lumo.example');
  await arrive({ to: address, body: 'Vastaus' }, [address]);
  await arrive({ from: 'no-reply@palvelu.example', to: address, body: 'Your verification code is 123456' }, [address]);
  expect(await entries(ticket!.id)).toHaveLength(2);
  expect(await tickets()).toHaveLength(2);
});

test('SEC-S55 machine mail is kept and triggers nothing: no acknowledgement, no reopening', async () => {
  await arrive({ headers: { 'Auto-Submitted': 'auto-replied' }, subject: 'Automaattinen vastaus: Lomalla' });
  expect(await entries((await tickets())[0]!.id)).toMatchObject([{ is_customer_contact: false }]);
  expect(await outbound()).toHaveLength(0);
});

test('one unknown address is acknowledged once in a day, however often it writes', async () => {
  for (let i = 0; i < 3; i++) await arrive({ from: 'uusi@posti.example', body: `Asia ${i}` });
  expect(await tickets()).toHaveLength(3);
  expect(await outbound()).toHaveLength(1);
});

test('a mail for another mailbox takes that one\'s kind and team', async () => {
  const complaints = await aMailbox(bench.db, { address: 'reklamaatiot@lumo.example', defaultKind: 'complaint' });
  await arrive({ to: 'reklamaatiot@lumo.example' }, ['reklamaatiot@lumo.example']);
  expect((await tickets())[0]).toMatchObject({ kind: 'complaint', team_id: complaints.teamId });
});

test('customer contact on a long closed ticket opens one that follows it', async () => {
  await arrive({});
  const [ticket] = await tickets();
  await bench.db.sql(`UPDATE ticket SET status = 'closed', solved_at = '2026-10-01', no_reply_reason = 'done' WHERE id = $1`, [ticket!.id]);
  await arrive({ to: bench.get(MailSecrets).replyAddress(ticket!.id, 'lumo.example'), body: 'Vielä yksi asia' }, [bench.get(MailSecrets).replyAddress(ticket!.id, 'lumo.example')]);
  expect((await tickets())[1]).toMatchObject({ follow_up_of: ticket!.id, customer_id: ticket!.customer_id });
});

test('CR LF in the sender\'s name, NUL in the text: flattened and kept', async () => {
  await arrive({ from: '=?utf-8?Q?Paha=0D=0ABcc:_x@y.example?= <paha@posti.example>', body: 'a\u0000b' });
  const [entry] = await entries((await tickets())[0]!.id);
  expect(entry!.author_name).not.toMatch(/[\r\n]/);
  expect(entry!.body).not.toContain('\u0000');
});
