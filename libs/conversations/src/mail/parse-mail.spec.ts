import { MAIL_LIMITS } from './mail-limits';
import { parseMail } from './parse-mail';
import { rawMail } from './testing/build-mail';

const multipart = 'multipart/mixed; boundary=b';
const part = (headers: string, body = 'x'): string => `--b\r\n${headers}\r\n\r\n${body}\r\n`;

describe('F24, F25: the key of a mail', () => {
  const key = async (raw: Buffer): Promise<string> => (await parseMail(raw)).contentKey;

  test('the same mail has one key, whatever the servers on its way wrote on top or did to its line ends', async () => {
    const plain = rawMail({}, 'Hei\r\nja kiitos\r\n');
    const traced = Buffer.concat([Buffer.from('Received: from a by b; Mon, 16 Nov 2026 09:12:01 +0200\r\nX-Spam-Score: 1\r\nReturn-Path: <aino@posti.example>\r\n'), plain]);
    const unixEnds = Buffer.from(plain.toString().replaceAll('\r\n', '\n'));
    expect(await key(traced)).toBe(await key(plain));
    expect(await key(unixEnds)).toBe(await key(plain));
  });

  test('the transfer encoding is the servers\' too', async () => {
    const eightBit = rawMail({ 'Content-Type': 'text/plain; charset=utf-8', 'Content-Transfer-Encoding': '8bit' }, 'Hyvää päivää\r\n');
    const quoted = rawMail({ 'Content-Type': 'text/plain; charset=utf-8', 'Content-Transfer-Encoding': 'quoted-printable' }, 'Hyv=C3=A4=C3=A4 p=C3=A4iv=C3=A4=C3=A4\r\n');
    expect(await key(quoted)).toBe(await key(eightBit));
  });

  test.each([
    ['other words', {}, 'Hei sinä\r\n'],
    ['another sender', { From: 'Aino <aino@paha.example>' }, undefined],
    ['another subject', { Subject: 'Toinen' }, undefined],
    ['another time', { Date: 'Mon, 16 Nov 2026 09:13:00 +0200' }, undefined],
  ])('a used Message-ID with %s has another key', async (_name, fields, body) => {
    expect(await key(rawMail(fields, body))).not.toBe(await key(rawMail()));
  });

  test('a file changed inside changes it', async () => {
    const withFile = (content: string): Buffer => rawMail({ 'Content-Type': multipart }, part('Content-Type: application/pdf', content));
    expect(await key(withFile('one'))).not.toBe(await key(withFile('two')));
  });

  test('without Message-ID the key still tells mails apart', async () => {
    const bare = { 'Message-ID': undefined };
    expect(await key(rawMail(bare))).toBe(await key(rawMail(bare)));
    expect(await key(rawMail(bare, 'Muuta\r\n'))).not.toBe(await key(rawMail(bare)));
    expect((await parseMail(rawMail(bare))).warnings).toContain('message_id_missing');
  });

  test('fields cannot run into one another', async () => {
    expect(await key(rawMail({ Date: undefined, Subject: 'ab' }))).not.toBe(await key(rawMail({ Date: 'a', Subject: 'b' })));
  });
});

describe('SEC-S87, F26: limits end in quarantine', () => {
  test.each([
    ['25 MB and one byte', () => Buffer.alloc(MAIL_LIMITS.rawBytes + 1, 0x61), 'too_large'],
    ['a hundred thousand headers', () => Buffer.from(`${'X-A: b\r\n'.repeat(100_000)}\r\nx`), 'too_many_headers'],
    ['one header of two megabytes', () => rawMail({ 'X-Long': 'a'.repeat(2_000_000) }), 'too_many_headers'],
    ['twenty thousand parts', () => rawMail({ 'Content-Type': multipart }, part('X: y').repeat(20_000)), 'too_many_parts'],
    ['five thousand nested multiparts', () => rawMail({}, '').subarray(0, -2).toString() + Array.from({ length: 5_000 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join(''), 'too_deep'],
  ])('%s', async (_name, make, reason) => {
    await expect(parseMail(Buffer.from(make()))).rejects.toMatchObject({ name: 'MailUnreadable', reason });
  });

  test('a hundred levels and a few hundred parts are read', async () => {
    const nested = Array.from({ length: 98 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join('');
    expect((await parseMail(Buffer.from(`From: a@posti.example\r\n${nested}\r\nsyvällä`))).text).toBe('syvällä');
    const parts = Array.from({ length: 300 }, (_, i) => part('Content-Type: text/plain', `osa ${i}`)).join('');
    expect((await parseMail(rawMail({ 'Content-Type': multipart }, `${parts}--b--\r\n`))).text).toContain('osa 299');
  });

  test('files beyond twenty stay in the raw mail, pictures of the text are counted apart', async () => {
    const html = Array.from({ length: 30 }, (_, i) => `<img src="cid:p${i}">`).join('');
    const pictures = Array.from({ length: 30 }, (_, i) => part(`Content-Type: image/png\r\nContent-ID: <p${i}>`)).join('');
    const files = Array.from({ length: 25 }, (_, i) => part(`Content-Type: application/pdf; name=f${i}.pdf`)).join('');
    const mail = await parseMail(rawMail({ 'Content-Type': multipart }, `${part('Content-Type: text/html', html)}${pictures}${files}--b--\r\n`));
    expect(mail.attachments.filter(({ inline }) => inline)).toHaveLength(30);
    expect(mail.attachments.filter(({ inline }) => !inline).map(({ name }) => name)).toEqual(Array.from({ length: 20 }, (_, i) => `f${i}.pdf`));
    expect(mail.warnings).toContain('files_left_out');
  });

  test('fifty thousand recipients are too many, two thousand are cut', async () => {
    const to = (count: number): Buffer => rawMail({ To: Array.from({ length: count }, (_, i) => `a${i}@x.example`).join(',\r\n ') });
    await expect(parseMail(to(50_000))).rejects.toMatchObject({ reason: 'too_many_headers' });
    const mail = await parseMail(to(2_000));
    expect(mail.to).toHaveLength(MAIL_LIMITS.addresses);
    expect(mail.warnings).toContain('addresses_left_out');
  });
});

describe('broken and odd mail is kept', () => {
  test('nothing but words', async () => {
    const mail = await parseMail(Buffer.from('\r\nPelkkää tekstiä'));
    expect(mail).toMatchObject({ text: 'Pelkkää tekstiä', from: null, messageId: null, date: null });
  });

  test('no byte at all is unreadable, not a crash', async () => {
    await expect(parseMail(Buffer.alloc(0))).rejects.toMatchObject({ name: 'MailUnreadable', reason: 'broken' });
  });

  test('an mbox line on top is not the first header', async () => {
    expect((await parseMail(Buffer.concat([Buffer.from('From aino Mon Nov 16 09:12:00 2026\r\n'), rawMail()]))).messageId).toBe('<one@posti.example>');
  });

  test.each([
    ['a named zone', 'Mon, 16 Nov 2026 09:12:00 +0200 (EET)', '2026-11-16T07:12:00.000Z'],
    ['no zone', 'Mon, 16 Nov 2026 09:12:00', '2026-11-16T09:12:00.000Z'],
    ['no weekday', '16 Nov 2026 09:12 GMT', '2026-11-16T09:12:00.000Z'],
    ['a far year', 'Mon, 1 Jan 3026 00:00:00 +0000', undefined],
    ['nonsense', 'eilen', undefined],
  ])('a date with %s', async (_name, date, expected) => {
    expect((await parseMail(rawMail({ Date: date }))).date?.toISOString()).toBe(expected);
  });

  test('two senders, two Message-IDs: the first of each counts, as in mail programs', async () => {
    const raw = Buffer.concat([Buffer.from('From: Eka <eka@posti.example>\r\nMessage-ID: <eka@posti.example>\r\n'), rawMail()]);
    const mail = await parseMail(raw);
    expect([mail.from?.address, mail.messageId]).toEqual(['eka@posti.example', '<eka@posti.example>']);
    expect(mail.warnings).toContain('message_id_repeated');
  });

  test('the case of a Message-ID is kept, references keep their order without repeats', async () => {
    const mail = await parseMail(rawMail({ 'Message-ID': '<AbC@Posti.Example>', References: '<a@x>\r\n <B@x> <a@x>', 'In-Reply-To': '"words" <B@x>' }));
    expect([mail.messageId, mail.references, mail.inReplyTo]).toEqual(['<AbC@Posti.Example>', ['<a@x>', '<B@x>'], '<B@x>']);
  });

  test('a picture written into the HTML becomes a file of the mail, once', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').toString('base64');
    const mail = await parseMail(rawMail({ 'Content-Type': 'text/html' }, `<img src="data:image/png;base64,${png}"><img src="data:image/png;base64,${png}">`));
    expect(mail.attachments).toMatchObject([{ name: 'picture-1.png', declaredType: 'image/png', inline: true }]);
    expect(mail.html).toBe(`<img src="cid:${mail.attachments[0]?.contentId}"><img src="cid:${mail.attachments[0]?.contentId}">`);
  });

  test('SEC-S56: a mail steers nothing by headers of its own making', async () => {
    const mail = await parseMail(rawMail({ 'X-Kaiku-Ticket-Id': '1', 'X-Kaiku-Agent': 'aino', 'X-Priority': '1' }));
    expect([...mail.headers.keys()]).toEqual([]);
  });
});
