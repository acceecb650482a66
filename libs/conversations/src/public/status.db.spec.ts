import { newId } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { aTicket, anEntry } from '@kaiku/tickets/testing';
import { MailSecrets } from '../mail-secrets';
import { MailComposer } from '../outbound/mail-composer';
import { OutboundRepository } from '../outbound/outbound.repository';
import { aMailbox } from '../testing';
import { FILLED, openPublicPages, type PageAnswer, type PublicPages } from '../testing/public-pages';
import { PublicLinkRepository } from './public-link.repository';

let pages: PublicPages;
let mailbox: { id: string; teamId: string };
let network = 0;
let from: Record<string, string>;
beforeAll(async () => (pages = await openPublicPages()));
afterAll(() => pages.close());
beforeEach(async () => {
  await pages.db.clear();
  pages.clock.set('2026-11-23T09:00:00Z');
  from = { 'x-forwarded-for': `203.0.113.${++network}` };
  mailbox = await aMailbox(pages.db);
});

const sql: PublicPages['db']['sql'] = (text, values) => pages.db.sql(text, values);
const link = async (ticketId: string): Promise<string> => `/fi/m/${await pages.app.get(Database).transaction(() => pages.app.get(PublicLinkRepository, { strict: false }).open(ticketId, pages.clock.now()))}`;
const act = (path: string, fields: Record<string, string>): Promise<PageAnswer> => pages.post(path, fields, [], from);
const write = async (path: string, text: string): Promise<PageAnswer> => act(path, { do: 'message', nonce: (await pages.get(path)).hidden('nonce'), text });

/** A ticket that came by mail, with a reply in whatever state. */
async function aThread(ticket: Parameters<typeof aTicket>[1] = {}): Promise<{ id: string; number: number; path: string }> {
  const { id, number, entryId } = await aTicket(pages.db, { teamId: mailbox.teamId, subject: 'Koiran ruoka', receivedAt: '2026-11-16T07:12:00Z', ...ticket });
  await sql(`INSERT INTO message (entry_id, ticket_id, direction, from_address) VALUES ($1, $2, 'inbound', 'maija.virtanen@posti.example')`, [entryId, id]);
  return { id, number, path: await link(id) };
}

async function aReply(ticketId: string, body: string, o: { state?: string; releaseAt?: string; at?: string } = {}): Promise<void> {
  const at = o.at ?? '2026-11-16T07:54:00Z';
  const entry = await anEntry(pages.db, { ticketId, kind: 'reply', body, at, authorName: 'Juha Nieminen' });
  await sql(`INSERT INTO message (entry_id, ticket_id, direction) VALUES ($1, $2, 'outbound')`, [entry.id, ticketId]);
  await sql(
    `INSERT INTO outbound_message (id, entry_id, ticket_id, kind, mailbox_id, rfc_message_id, state, release_at, recipients, content, created_at, trace_id) VALUES ($1, $2, $3, 'reply', $4, $5, $6, $7, '[]', '{}', $8, 'x')`,
    [newId(), entry.id, ticketId, mailbox.id, newId(), o.state ?? 'sent', o.releaseAt ?? at, at],
  );
}

describe('the status page', () => {
  it('says what the customer may know: subject, number, dates, promise, messages newest first', async () => {
    const t = await aThread({ nextDueAt: '2026-11-26T14:00:00Z', kind: 'complaint' });
    await aReply(t.id, 'Hei Maija');
    const { status, text } = await pages.get(t.path);
    expect(status).toBe(200);
    expect(text).toContain('<h1 lang="fi">Koiran ruoka</h1>');
    expect(text).toContain(`Asia ${t.number}, lähetetty ma 16.11. klo 9.12`);
    expect(text).toContain('Vastasimme, ma 16.11. klo 9.54');
    expect(text).toContain('class="now" aria-current="step">Selvitämme asiaa. Vastaamme viimeistään to 26.11. klo 16');
    expect([...text.matchAll(/<h3>(.*?)<\/h3>/g)].map((m) => m[1])).toEqual(['Juha, Lumo', 'Sinä']);
    expect(text.length).toBeLessThan(12_000);
    expect((await pages.get(t.path.replace('/fi/', '/sv/'))).text).toContain('Vi svarade, mån 16.11 kl. 9.54');
    expect((await pages.get(t.path.replace('/fi/', '/en/'))).text).toContain('We answered, Mon 16 Nov at 9:54');
  });

  it('never shows notes, events, surnames, states of the desk, or replies that have not left or were taken back', async () => {
    const t = await aThread({ status: 'waiting_third_party', tags: ['vip-canary'], assigneeId: null });
    await aReply(t.id, 'lähti-canary');
    await aReply(t.id, 'odottaa-canary', { state: 'queued', releaseAt: '2026-11-23T09:00:10Z', at: '2026-11-23T09:00:00Z' });
    await aReply(t.id, 'peruttu-canary', { state: 'undone', at: '2026-11-22T09:00:00Z' });
    await anEntry(pages.db, { ticketId: t.id, kind: 'note', body: 'muistio-canary', authorName: 'Juha Nieminen' });
    await anEntry(pages.db, { ticketId: t.id, kind: 'system', change: { code: 'status_changed', params: { from: 'system-canary' } } });
    await anEntry(pages.db, { ticketId: t.id, kind: 'call', visibility: 'public', body: 'puhelu-canary' });
    const before = (await pages.get(t.path)).text;
    expect(before.match(/[a-zä]+-canary/g)).toEqual(['lähti-canary']);
    expect(before).not.toMatch(/Nieminen|waiting|third_party/);
    // The moment it leaves it is the customer's.
    pages.clock.advance(10_000);
    expect((await pages.get(t.path)).text.match(/[a-zä]+-canary/g)).toEqual(['odottaa-canary', 'lähti-canary']);
  });

  it('names files and escapes what people wrote', async () => {
    const t = await aThread({ subject: '<img src=x onerror=alert(1)>' });
    const entry = await anEntry(pages.db, { ticketId: t.id, body: '</textarea><script>alert(1)</script>' });
    await sql(
      `INSERT INTO attachment (id, entry_id, ticket_id, name, content_type, size, sha256, key_id, stored_as, created_at) VALUES ($1, $2, $3, '"><b>kuitti.pdf', 'application/pdf', 1, '\\x00', 'k1', $4, '2026-11-16T07:12:00Z')`,
      [newId(), entry.id, t.id, newId()],
    );
    const { text } = await pages.get(t.path);
    expect(text).not.toMatch(/<script|<img|<b>/);
    expect(text).toContain('<li>&quot;&gt;&lt;b&gt;kuitti.pdf</li>');
  });
});

describe('the token', () => {
  it('opens its page and nothing else: every other spelling is the same page not found', async () => {
    const t = await aThread();
    const token = t.path.split('/').at(-1)!;
    const changed = [0, 7, 21, 42].map((i) => `${token.slice(0, i)}${token[i] === 'A' ? 'B' : 'A'}${token.slice(i + 1)}`);
    const others = [...changed, token.slice(1), `${token}A`, token.toUpperCase(), `${token}=`, `${token}%00`, 'null', t.id, String(t.number), 'x'.repeat(4000), '%2e%2e%2fform', `${token}%2Fx.css`];
    const bodies = new Set<string>();
    for (const other of others) {
      const { status, text, headers } = await pages.get(`/fi/m/${other}`, { 'x-forwarded-for': `192.0.2.${others.indexOf(other)}` });
      expect([other, status, headers.get('cache-control')]).toEqual([other, 404, 'no-store']);
      bodies.add(text);
    }
    expect(bodies.size).toBe(1);
    for (const nowhere of ['', `${token}/`, `${token}/x.css`, 'x'.repeat(5001)]) expect([404, 414]).toContain((await pages.get(`/fi/m/${nowhere}`)).status);
    expect((await pages.get(t.path)).status).toBe(200);
    expect(JSON.stringify(await sql('SELECT * FROM public_link'))).not.toContain(token);
  });

  it('thirty wrong ones from a network are told to wait; who has a right one is not', async () => {
    const t = await aThread();
    const statuses: number[] = [];
    for (let i = 0; i < 32; i++) statuses.push((await pages.get(`/fi/m/${'A'.repeat(41)}${String(i).padStart(2, '0')}`, from)).status);
    expect(statuses).toEqual([...Array<number>(30).fill(404), 429, 429]);
    expect((await pages.get(t.path, from)).status).toBe(200);
  });

  it('ends with its time, and lives on when its page is used', async () => {
    const t = await aThread();
    pages.clock.advance(20 * 86_400_000);
    expect((await write(t.path, 'Vielä yksi asia')).status).toBe(303);
    pages.clock.advance(179 * 86_400_000);
    expect((await pages.get(t.path)).status).toBe(200);
    pages.clock.advance(2 * 86_400_000);
    expect((await pages.get(t.path)).status).toBe(404);
  });
});

describe('reading', () => {
  it('changes nothing anywhere', async () => {
    const t = await aThread();
    const state = async () => {
      const tables = await sql<{ name: string }>(`SELECT relname AS name FROM pg_stat_user_tables WHERE schemaname = 'public' ORDER BY 1`);
      const hashes: unknown[] = [];
      for (const { name } of tables) hashes.push(...(await sql(`SELECT '${name}' AS t, md5(coalesce(string_agg(x::text, '|' ORDER BY x::text), '')) AS h FROM ${name} x`)));
      return hashes;
    };
    const before = await state();
    for (const path of [t.path, `${t.path}?do=close&done=closed`, '/fi/form', '/fi/form?kind=privacy_request', '/fi/m/nonsense']) await pages.get(path, from);
    expect(await state()).toEqual(before);
  });

  it('runs as a role that cannot write and cannot read what the page does not need', async () => {
    const database = pages.app.get(Database);
    const attempt = (name: string, text: string) => database.publicRead(() => database.rows(namedQuery(name, text)));
    await expect(attempt('test.reader_writes', `UPDATE ticket SET subject = 'x'`)).rejects.toMatchObject({ code: '25006' });
    for (const [i, table] of ['customer', 'contact_point', 'staff_member', 'session', 'form_submission', 'inbound_raw'].entries()) await expect(attempt(`test.reader_${i}`, `SELECT * FROM ${table}`)).rejects.toMatchObject({ code: '42501' });
    await expect(attempt('test.reader_content', 'SELECT content, recipients FROM outbound_message')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('writing on', () => {
  it('adds to the ticket, once for a form sent twice, and shows the page again', async () => {
    const t = await aThread({ status: 'waiting_customer' });
    const nonce = (await pages.get(t.path)).hidden('nonce');
    const answers = await Promise.all([1, 2].map(() => act(t.path, { do: 'message', nonce, text: ' Lasku oli 148 €\r\nkorvaatteko? ' })));
    expect(answers.map((a) => [a.status, a.headers.get('location')])).toEqual([1, 2].map(() => [303, `${t.path}?done=sent#done`]));
    expect(await sql(`SELECT body, channel, is_customer_contact AS contact FROM ticket_entry WHERE ticket_id = $1 AND channel = 'form'`, [t.id])).toEqual([{ body: 'Lasku oli 148 €\nkorvaatteko?', channel: 'form', contact: true }]);
    expect(await sql('SELECT status FROM ticket')).toEqual([{ status: 'open' }]);
    // Answers go where the matter came from.
    expect(await sql(`SELECT from_address FROM message m JOIN ticket_entry e ON e.id = m.entry_id WHERE e.channel = 'form'`)).toEqual([{ from_address: 'maija.virtanen@posti.example' }]);
    expect((await pages.get(`${t.path}?done=sent`)).text).toContain('<div class="done" id="done" role="status"><p>Viestisi on lähetetty.');
  });

  it('mistakes keep what was typed', async () => {
    const t = await aThread();
    const empty = await write(t.path, '  ');
    expect([empty.status, /<title>Virhe: Koiran ruoka/.test(empty.text), /<a href="#text">Kirjoita viesti/.test(empty.text)]).toEqual([422, true, true]);
    const expired = await act(t.path, { do: 'message', nonce: 'forged', text: 'Pitkä viesti' });
    expect([expired.status, expired.text.includes('Pitkä viesti</textarea>')]).toEqual([422, true]);
    const other = await act(t.path.replace('/fi/', '/sv/'), { do: 'message', _lang: 'sv', nonce: 'x', text: 'Kesken' });
    expect([other.status, other.text.includes('Kesken</textarea>'), other.text.includes('lang="sv"')]).toEqual([200, true, true]);
    expect(await sql(`SELECT id FROM ticket_entry WHERE channel = 'form'`)).toEqual([]);
  });

  it('twenty an hour are enough for one page', async () => {
    const t = await aThread();
    for (let i = 0; i < 20; i++) expect((await write(t.path, `Viesti ${i}`)).status).toBe(303);
    const more = await write(t.path, 'Viesti 20');
    expect([more.status, more.text.includes('Viesti 20</textarea>')]).toEqual([422, true]);
  });

  it('reopens what was solved lately, and follows what ended long ago with a ticket and a page of its own', async () => {
    const lately = await aThread({ status: 'solved', solvedAt: '2026-11-20T09:00:00Z', noReplyReason: 'x' });
    await write(lately.path, 'Ei ollutkaan kunnossa');
    expect(await sql('SELECT status FROM ticket WHERE id = $1', [lately.id])).toEqual([{ status: 'open' }]);
    const ended = await aThread({ status: 'closed', solvedAt: '2026-10-01T09:00:00Z', noReplyReason: 'x' });
    const { headers } = await write(ended.path, 'Sama vika taas');
    const next = headers.get('location')!.replace(/\?.*/, '');
    expect(next).not.toBe(ended.path);
    expect((await pages.get(next)).text).toContain('Sama vika taas');
    expect(await sql('SELECT follow_up_of FROM ticket WHERE follow_up_of IS NOT NULL')).toEqual([{ follow_up_of: ended.id }]);
  });

  it('closes, with a reason, once', async () => {
    const t = await aThread();
    for (const _ of [1, 2]) expect((await act(t.path, { do: 'close' })).headers.get('location')).toBe(`${t.path}?done=closed#done`);
    expect(await sql('SELECT status, no_reply_reason AS reason FROM ticket')).toEqual([{ status: 'solved', reason: 'solved_by_customer' }]);
    const { text } = await pages.get(t.path);
    expect(text).not.toContain('sulje se');
    expect(text).toContain('aria-current="step">Valmis, tänään klo 11.00');
  });
});

describe('links that show less', () => {
  const mails = () => sql<{ id: string; recipients: { address: string }[]; content: { text: string; linkIssue?: string } }>('SELECT id, recipients, content FROM outbound_message WHERE entry_id IS NULL ORDER BY created_at, id');

  it('one that nobody used for 30 days shows the steps, and mails another to the address on file', async () => {
    const t = await aThread();
    await aReply(t.id, 'vastaus-canary');
    pages.clock.advance(30.1 * 86_400_000);
    const old = await pages.get(t.path);
    expect(old.status).toBe(200);
    expect(old.text).not.toMatch(/canary|Koiran ruoka|Hei, tilaus|posti\.example|name="text"/);
    expect(old.text).toContain('Vastasimme, ma 16.11.');
    await act(t.path, { do: 'message', nonce: old.hidden('nonce'), text: 'x' });
    await act(t.path, { do: 'close' });
    expect(await sql('SELECT status, (SELECT count(*)::int FROM ticket_entry WHERE channel IS NOT NULL) AS said FROM ticket')).toEqual([{ status: 'open', said: 0 }]);

    for (const _ of [1, 2, 3, 4, 5]) expect((await act(t.path, { do: 'link' })).headers.get('location')).toBe(`${t.path}?done=link#done`);
    const [mail, ...more] = await mails();
    expect([mail!.recipients.map((r) => r.address), more.length]).toEqual([['maija.virtanen@posti.example'], 2]);
    const token = pages.app.get(MailSecrets, { strict: false }).linkToken(t.id, mail!.content.linkIssue);
    expect((await pages.get(`/fi/m/${token}`)).text).toContain('vastaus-canary');
    const row = (await pages.app.get(OutboundRepository, { strict: false }).get(mail!.id))!;
    const composed = (await pages.app.get(MailComposer, { strict: false }).compose(row)).bytes.toString().replace(/=\r?\n/g, '');
    expect(composed).toContain(`/fi/m/${token}`);
    // Having asked opens nothing to whoever only has the old link; and no token lies in the database.
    expect((await pages.get(t.path)).text).not.toContain('canary');
    expect(JSON.stringify(mail)).not.toContain(token);
  });

  it('the form’s own link shows what was typed there, not what we mailed to an address that nobody has proved', async () => {
    const sent = await pages.send(FILLED, { headers: from });
    const path = /href="(\/fi\/m\/[^"]+)"/.exec(sent.text)![1]!;
    const [{ id } = { id: '' }] = await sql<{ id: string }>('SELECT id FROM ticket');
    await aReply(id, 'osoitteesi on canary', { at: '2026-11-23T08:00:00Z' });
    const own = await pages.get(path);
    expect(own.text).toContain('Koiran ruoka aiheutti oireita');
    expect(own.text).not.toContain('canary');
    expect(own.text).toContain('Lähetä linkki sähköpostiini');
    // The link in the mail shows it all.
    expect((await pages.get(await link(id))).text).toContain('canary');
    expect((await write(path, 'Lisään vielä')).status).toBe(303);
    expect((await pages.get(path)).text).toContain('Lisään vielä');
  });

  it('without an address the form’s link is the only one, and shows everything', async () => {
    const sent = await pages.send({ ...FILLED, email: '', phone: '040 555 0101' }, { headers: from });
    const path = /href="(\/fi\/m\/[^"]+)"/.exec(sent.text)![1]!;
    const [{ id } = { id: '' }] = await sql<{ id: string }>('SELECT id FROM ticket');
    await aReply(id, 'Hei Maija', { at: '2026-11-23T08:00:00Z' });
    expect((await pages.get(path)).text).toContain('Hei Maija');
  });
});
