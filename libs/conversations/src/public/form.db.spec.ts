import { STYLE } from '@kaiku/platform';
import { aCustomer } from '@kaiku/customers/testing';
import { aMailbox } from '../testing';
import { FILLED, openPublicPages, type PublicPages } from '../testing/public-pages';

interface Row {
  id: string; number: number; kind: string; subject: string; language: string; channel: string; team_id: string; order_number: string | null; answer_wanted: boolean; tags: string[]; customer_id: string | null; body: string; author_name: string | null;
}

const email = FILLED.email as string;
let pages: PublicPages;
let network = 0;
beforeAll(async () => (pages = await openPublicPages()));
afterAll(() => pages.close());
// Each test comes from a network of its own: limits count networks.
let from: Record<string, string>;
beforeEach(async () => {
  await pages.db.clear();
  from = { 'x-forwarded-for': `198.51.100.${++network}` };
  await aMailbox(pages.db);
});

const tickets = () =>
  pages.db.sql<Row>(`SELECT t.*, e.body, e.author_name FROM ticket t JOIN ticket_entry e ON e.ticket_id = t.id AND e.kind = 'customer_message' ORDER BY t.number, e.id`);
const send: PublicPages['send'] = (fields = FILLED, options = {}) => pages.send(fields, { ...options, headers: { ...from, ...options.headers } });
const numberIn = (text: string): number => Number(/class="number">(\d+)</.exec(text)?.[1]);

describe('the form', () => {
  it('stands at one address in each language, and /form leads to the reader’s', async () => {
    for (const [accept, where] of [['sv-FI,sv;q=0.9,en;q=0.5', '/sv/form'], ['de,en;q=0.7', '/en/form'], ['de', '/fi/form'], ['', '/fi/form']]) {
      const { status, headers } = await pages.get('/form', { 'accept-language': accept! });
      expect([status, headers.get('location')]).toEqual([302, where]);
    }
    for (const [language, title] of [['fi', 'Ota yhteyttä: palaute, kysymys tai reklamaatio'], ['sv', 'Kontakta oss: feedback, fråga eller reklamation'], ['en', 'Contact us: feedback, a question or a complaint']]) {
      const { status, text } = await pages.get(`/${language}/form`);
      expect(status).toBe(200);
      expect(text).toContain(`<html lang="${language}">`);
      expect(text).toContain(`<title>${title} – Lumo</title>`);
    }
  });

  it('is one small answer that runs nothing, frames nothing, tells nobody and is kept nowhere', async () => {
    const { text, headers } = await pages.get('/fi/form');
    expect(text.length).toBeLessThan(12_000);
    expect(text).not.toMatch(/<script|<img|<link|https?:|style=| on[a-z]+=/i);
    expect(text).toContain(`<style>${STYLE}</style>`);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/);
    expect(['cache-control', 'referrer-policy', 'x-robots-tag', 'x-content-type-options', 'set-cookie'].map((name) => headers.get(name))).toEqual(['no-store', 'no-referrer', 'noindex, nofollow', 'nosniff', null]);
  });

  it('becomes a ticket with its number, its mail and its page', async () => {
    const sent = await send();
    const [ticket] = await tickets();
    expect(sent.status).toBe(200);
    expect(numberIn(sent.text)).toBe(ticket!.number);
    expect(ticket).toMatchObject({ kind: 'complaint', channel: 'form', language: 'fi', subject: 'Koiran ruoka aiheutti oireita', body: FILLED.what, order_number: 'A-1001', answer_wanted: true, tags: [], author_name: FILLED.email });
    expect(await pages.db.sql('SELECT direction, from_address FROM message')).toEqual([{ direction: 'inbound', from_address: FILLED.email }]);
    expect(await pages.db.sql('SELECT address FROM participant')).toEqual([{ address: FILLED.email }]);
    const [mail] = await pages.db.sql<{ recipients: { address: string }[]; content: { subject: string; text: string } }>('SELECT recipients, content FROM outbound_message');
    expect(mail!.recipients.map((r) => r.address)).toEqual([FILLED.email]);
    // Whose address it is nobody knows yet: the mail carries none of the sender's words.
    expect(JSON.stringify(mail!.content)).not.toMatch(/Koiran|Mitä teen|A-1001/);
    expect(mail!.content.text).toContain(String(ticket!.number));
    const link = /href="(\/fi\/m\/[^"]+)"/.exec(sent.text)![1]!;
    expect((await pages.get(link)).text).toContain('Koiran ruoka aiheutti oireita');
    expect(JSON.stringify(await pages.db.sql('SELECT * FROM public_link'))).not.toContain(link.split('/').at(-1));
  });

  it('comes from the one customer who has this address, and from nobody when two have it', async () => {
    const maija = await aCustomer(pages.db, { emails: [email], phones: ['040 555 0101'] });
    await send({ ...FILLED, what: 'Yksi', email: email.toUpperCase() });
    await send({ ...FILLED, what: 'Kaksi', email: '', phone: '+358 40 5550101' });
    await aCustomer(pages.db, { emails: [email] });
    await send({ ...FILLED, what: 'Kolme' });
    expect((await tickets()).map((t) => t.customer_id)).toEqual([maija.id, maija.id, null]);
    const name = 'Matti Virtanen';
    expect((await tickets()).map((t) => t.author_name)).toEqual([name, name, email]);
  });

  it('who has a known number and another address is named by what they gave: the answer goes to that address', async () => {
    await aCustomer(pages.db, { emails: [email], phones: ['040 555 0101'] });
    await send({ ...FILLED, email: 'toinen@posti.example', phone: '040 555 0101' });
    expect((await tickets())[0]!.author_name).toBe('toinen@posti.example');
  });

  it('goes to the team whose mailbox takes such matters', async () => {
    const complaints = await aMailbox(pages.db, { address: 'reklamaatiot@lumo.example', defaultKind: 'complaint' });
    const svenska = await aMailbox(pages.db, { address: 'reklamationer@lumo.example', defaultKind: 'complaint', language: 'sv' });
    await send();
    await send(FILLED, { language: 'sv' });
    expect((await tickets()).map((t) => t.team_id)).toEqual([complaints.teamId, svenska.teamId]);
  });

  it('feedback needs no address, wants no answer and mails nobody', async () => {
    const sent = await send({ kind: 'feedback', what: 'Hyvä kauppa', email: 'maija.virtanen@posti.example' });
    expect((await tickets())[0]).toMatchObject({ kind: 'feedback', answer_wanted: false });
    expect(await pages.db.sql('SELECT id FROM outbound_message')).toEqual([]);
    expect(sent.text).toContain('Emme lähetä vastausta');
    expect((await send({ kind: 'feedback', what: 'Toinen' })).status).toBe(200);
  });

  it('keeps a phone number where the agent reads it', async () => {
    await send({ kind: 'question', what: 'Missä tilaus on?', phone: '040 555 0101' });
    expect((await tickets())[0]).toMatchObject({ body: 'Missä tilaus on?\n\nPuhelin: 040 555 0101', author_name: '040 555 0101' });
  });
});

describe('asking for one’s own data', () => {
  it('has its own questions, in each language', async () => {
    const asked = await Promise.all(['fi', 'sv', 'en'].map(async (language) => (await pages.get(`/${language}/form?kind=privacy_request`)).text));
    for (const [i, question] of ['Mitä pyydät?', 'Vad begär du?', 'What do you ask for?'].entries()) expect(asked[i]).toContain(`<label for="what">${question}</label>`);
    expect(asked[0]).not.toMatch(/Mitä tapahtui|reklamaatio<\/h1>/);
    expect((await send({ kind: 'privacy_request', what: '', email })).text).toContain('<a href="#what">Kirjoita, mitä pyydät</a>');
  });
});

describe('mistakes', () => {
  it('come back with what was typed, said above and at the field', async () => {
    const { status, text, headers } = await send({ kind: 'complaint', what: '', order: '<b>"7"', email: 'maija@', phone: '' });
    expect([status, headers.get('cache-control')]).toEqual([422, 'no-store']);
    expect(text).toContain('<title>Virhe: Ota yhteyttä');
    expect(text).toMatch(/<div class="summary" id="e" role="alert"[^>]*><h2 id="e-title">Lomakkeessa on 2 virhettä/);
    expect(text).toContain('<a href="#what">Kirjoita, mitä tapahtui</a>');
    expect(text).toMatch(/<textarea id="what" name="what" aria-describedby="what-hint what-why" aria-invalid="true"/);
    expect(text).toMatch(/<input type="email" id="email" name="email" aria-describedby="email-why" aria-invalid="true" value="maija@"/);
    expect(text).toContain('value="&lt;b&gt;&quot;7&quot;"');
    expect(text).toMatch(/value="complaint" id="kind" checked/);
    expect(text).toContain('action="/fi/form#e"');
    expect(await tickets()).toEqual([]);
  });

  it('a change of language keeps everything and finds no fault', async () => {
    const { status, text } = await send({ ...FILLED, email: 'maija@', _lang: 'sv' }, { language: 'sv', files: [{ name: 'kuitti.txt', content: 'x' }] });
    expect(status).toBe(200);
    expect(text).not.toContain('role="alert"');
    expect(text).toContain('value="maija@"');
    expect(text).toMatch(/name="kept"[^>]* checked><label for="kept0">kuitti.txt/);
  });

  it('files stay, and need not be sent again', async () => {
    const first = await send({ ...FILLED, email: 'maija@' }, { files: [{ name: 'kuitti.txt', content: 'maksettu' }, { name: '../../..\\eri\u0000ä"\r\nx: y.txt', content: 'b' }] });
    const kept = [...first.text.matchAll(/name="kept" id="kept\d" value="([^"]+)"/g)].map((m) => m[1]!);
    expect(kept).toHaveLength(2);
    const second = await pages.post('/fi/form', { ...FILLED, nonce: first.hidden('nonce'), kept: [kept[0]!, 'forged.', `${kept[1]!.slice(0, 36)}.${'A'.repeat(32)}`] }, [{ name: 'lisää.txt', content: 'c' }], from);
    expect(second.status).toBe(200);
    const names = await pages.db.sql<{ name: string; bound: boolean }>('SELECT name, entry_id IS NOT NULL AS bound FROM attachment ORDER BY created_at, id');
    expect(names.filter((n) => n.bound).map((n) => n.name)).toEqual(['kuitti.txt', 'lisää.txt']);
    // eslint-disable-next-line no-control-regex
    for (const { name } of names) expect(name).not.toMatch(/[\u0000-\u001f/\\"]/);
    // Another form cannot take them.
    const third = await send({ ...FILLED, kept: kept[0]! });
    expect(third.status).toBe(200);
    expect(await pages.db.sql('SELECT count(DISTINCT ticket_id)::int AS count FROM attachment')).toEqual([{ count: 1 }]);
  });

  it('files that are too many or too large are named, and nothing of them is kept', async () => {
    const large = await send(FILLED, { files: [{ name: 'suuri.bin', content: Buffer.alloc(10 * 1024 * 1024 + 1) }, { name: 'pieni.txt', content: 'a' }] });
    expect(large.status).toBe(422);
    expect(large.text).toContain('Tiedosto suuri.bin on liian suuri');
    const many = await send(FILLED, { files: Array.from({ length: 7 }, (_, i) => ({ name: `${i}.txt`, content: 'a' })) });
    expect([many.status, [...many.text.matchAll(/name="kept"/g)].length]).toEqual([422, 5]);
    expect(many.text).toContain('Lisää enintään 5 tiedostoa');
    expect((await pages.db.sql('SELECT name FROM attachment')).length).toBe(6);
  });

  it('a form that lay open too long, or that nobody showed, comes back with a new nonce', async () => {
    const unknown = 'Emme voineet varmistaa, että lomake on meidän sivultamme';
    for (const [nonce, hours, said] of [[(await pages.get('/fi/form')).hidden('nonce'), 24.1, 'Lomake oli auki liian pitkään'], ['forged', 0, unknown], ['', 0, unknown]] as const) {
      pages.clock.advance(hours * 3_600_000);
      const back = await pages.post('/fi/form', { ...FILLED, nonce }, [], from);
      expect(back.status).toBe(422);
      expect(back.text).toContain(said);
      expect(back.text).toContain('Koiran ruoka aiheutti oireita');
      expect(back.hidden('nonce')).not.toBe(nonce);
      pages.clock.advance(5000);
      expect((await pages.post('/fi/form', { ...FILLED, nonce: back.hidden('nonce') }, [], from)).status).toBe(200);
    }
  });
});

describe('sent twice', () => {
  it('is one ticket with one number, also when both come at once', async () => {
    const nonce = (await pages.get('/fi/form')).hidden('nonce');
    pages.clock.advance(5000);
    const answers = await Promise.all([1, 2, 3].map(() => pages.post('/fi/form', { ...FILLED, nonce }, [], from)));
    const again = await pages.post('/fi/form', { ...FILLED, nonce }, [], from);
    expect(new Set([...answers, again].map((a) => numberIn(a.text))).size).toBe(1);
    expect(await tickets()).toHaveLength(1);
    expect(await pages.db.sql('SELECT id FROM outbound_message')).toHaveLength(1);
  });

  it('with other words is not swallowed', async () => {
    const nonce = (await pages.get('/fi/form')).hidden('nonce');
    pages.clock.advance(5000);
    await pages.post('/fi/form', { ...FILLED, nonce }, [], from);
    const other = await pages.post('/fi/form', { ...FILLED, what: 'Aivan eri asia', nonce }, [], from);
    expect(other.status).toBe(422);
    expect(other.text).toContain('Aivan eri asia');
    expect(other.text).toContain('on jo lähetetty');
    pages.clock.advance(5000);
    await pages.post('/fi/form', { ...FILLED, what: 'Aivan eri asia', nonce: other.hidden('nonce') }, [], from);
    expect((await tickets()).map((t) => t.subject)).toEqual(['Koiran ruoka aiheutti oireita', 'Aivan eri asia']);
  });
});

describe('what is held', () => {
  const held = async () => (await pages.db.sql<{ held: boolean }>('SELECT held FROM form_submission ORDER BY at, ticket_id')).map((r) => r.held);

  it('a filled trap and a form filled in no time are taken, numbered, marked, and mail nobody', async () => {
    for (const answer of [await send({ ...FILLED, homepage: 'https://spam.example' }), await send(FILLED, { seconds: 1 })]) expect(numberIn(answer.text)).toBeGreaterThan(0);
    expect(await held()).toEqual([true, true]);
    expect((await tickets()).map((t) => t.tags)).toEqual([['held'], ['held']]);
    expect(await pages.db.sql('SELECT id FROM outbound_message')).toEqual([]);
  });

  it('after twenty in an hour from one network the next are held, none is refused; others are not concerned', async () => {
    const hundred = Array.from({ length: 25 }, (_, i) => i);
    for (const i of hundred) expect((await send({ ...FILLED, what: `Asia ${i}` }, { headers: { 'x-forwarded-for': `2001:db8:0:1::${i + 1}` } })).status).toBe(200);
    expect((await send({ ...FILLED, what: 'Toisesta verkosta' }, { headers: { 'x-forwarded-for': '2001:db8:0:2::1' } })).status).toBe(200);
    expect(await held()).toEqual([...hundred.map((i) => i >= 20), false]);
    expect(JSON.stringify(await pages.db.sql('SELECT key FROM throttle'))).not.toContain('2001');
  });

  it('one stranger’s address gets one mail a day, however many forms name it', async () => {
    for (const i of [1, 2, 3, 4]) await send({ ...FILLED, what: `Asia ${i}` });
    expect(await tickets()).toHaveLength(4);
    expect(await pages.db.sql('SELECT id FROM outbound_message')).toHaveLength(1);
  });
});

describe('from elsewhere', () => {
  it('a page of another site cannot send it: the form comes back, filled in, to be looked at', async () => {
    const nonce = (await pages.get('/fi/form')).hidden('nonce');
    const back = await pages.post('/fi/form', { ...FILLED, nonce }, [], { ...from, 'sec-fetch-site': 'cross-site' });
    expect([back.status, back.text.includes('Koiran ruoka')]).toEqual([422, true]);
    expect(await tickets()).toEqual([]);
  });

  it('names of fields that are no fields are no harm', async () => {
    const nonce = (await pages.get('/fi/form')).hidden('nonce');
    const { status } = await pages.post('/fi/form', { ...FILLED, nonce, __proto__x: 'a', 'constructor[prototype][x]': 'b' }, [], from);
    expect(status).toBe(200);
    expect((await pages.post('/fi/form', { constructor: 'x' }, [], from)).status).toBe(400);
  });
});
