import { createTransport } from 'nodemailer';
import { composeMail, type Outgoing } from './compose-mail';
import { outboundIdOf, ticketIdOfReplyAddress } from './message-ids';
import { parseMail } from './parse-mail';
import { dangersIn } from './testing/dom-oracle';

const options = { domain: 'murre.example', secret: Buffer.alloc(32, 7) };
const mail: Outgoing = {
  outboundId: '01931234-0000-7000-8000-000000000001',
  ticketId: '01931234-0000-7000-8000-0000000000aa',
  ticketNumber: 10482,
  subject: 'VS: Pilaantunut ruoka',
  from: { name: 'Murren asiakaspalvelu', address: 'asiakaspalvelu@murre.example' },
  to: [{ name: 'Päivi Örn', address: 'paivi.orn@posti.example' }],
  text: 'Hei Päivi,\n\nhyvitys on maksettu.\nKatso https://murre.example/hyvitys?a=1&b=2.\n\nTerveisin\nMurre',
  inReplyTo: '<q2@posti.example>',
  references: ['<q1@posti.example>', '<o.1@murre.example>'],
  date: new Date('2026-11-16T07:12:00Z'),
  words: { language: 'fi', replyPrefix: 'VS:', untitled: 'Viestisi', quoteIntro: '16.11.2026 klo 8.00 Päivi Örn kirjoitti:' },
};

async function wire(outgoing: Outgoing): Promise<{ raw: string; envelope: { from: string | false; to: string[] } }> {
  const transport = createTransport({ streamTransport: true, buffer: true });
  const info = await transport.sendMail(composeMail(outgoing, options));
  return { raw: info.message.toString(), envelope: info.envelope as { from: string | false; to: string[] } };
}

const headerCount = (raw: string, name: string): number => (raw.slice(0, raw.indexOf('\r\n\r\n')).match(new RegExp(`^${name}:`, 'gim')) ?? []).length;

describe('a reply', () => {
  test('on the wire is what was meant, and our own parser reads it back', async () => {
    const { raw, envelope } = await wire({ ...mail, cc: [{ name: '', address: 'matti@posti.example' }], quoted: 'Erä L24.\n> vanhaa' });
    expect(envelope).toEqual({ from: 'asiakaspalvelu@murre.example', to: ['paivi.orn@posti.example', 'matti@posti.example'] });
    const read = await parseMail(Buffer.from(raw));
    expect(read).toMatchObject({
      from: mail.from,
      to: mail.to,
      cc: [{ name: '', address: 'matti@posti.example' }],
      subject: 'VS: Pilaantunut ruoka [#10482]',
      inReplyTo: '<q2@posti.example>',
      references: ['<q1@posti.example>', '<o.1@murre.example>', '<q2@posti.example>'],
      date: mail.date,
      autoSubmitted: 'no',
    });
    expect(read.text).toContain('hyvitys on maksettu.');
    expect(read.text).toContain('16.11.2026 klo 8.00 Päivi Örn kirjoitti:\n> Erä L24.\n>> vanhaa');
    expect(outboundIdOf(read.messageId ?? '', options.secret)).toBe(mail.outboundId);
    expect(ticketIdOfReplyAddress(read.replyTo[0]?.address ?? '', options.secret)).toBe(mail.ticketId);
  });

  test('is the same mail each time it is composed', () => {
    expect(composeMail(mail, options)).toEqual(composeMail(mail, options));
  });

  test.each([
    ['fi', 'VS:', 'VS: Pilaantunut ruoka [#10482]'],
    ['sv', 'SV:', 'SV: Pilaantunut ruoka [#10482]'],
    ['en', 'Re:', 'Re: Pilaantunut ruoka [#10482]'],
  ])('has a stable subject in %s', (language, replyPrefix, subject) => {
    const composed = composeMail({ ...mail, subject: 'Re: VS: Pilaantunut ruoka [#10482]', words: { language, replyPrefix, untitled: 'Viestisi' } }, options);
    expect(composed.subject).toBe(subject);
    expect(composed.headers['Content-Language']).toBe(language);
    expect(composed.html).toContain(`<html lang="${language}">`);
  });

  test('has no reply mark where no mail is answered, and words of its own where the mail had no subject', () => {
    expect(composeMail({ ...mail, inReplyTo: null }, options).subject).toBe('Pilaantunut ruoka [#10482]');
    expect(composeMail({ ...mail, subject: '' }, options).subject).toBe('Viestisi [#10482]');
  });

  test('links its addresses and nothing else', () => {
    expect(composeMail(mail, options).html).toContain('<a href="https://murre.example/hyvitys?a=1&amp;b=2">https://murre.example/hyvitys?a=1&amp;b=2</a>.');
  });

  test('keeps the first and the newest of a long discussion', () => {
    const references = Array.from({ length: 500 }, (_, i) => `<m${i}@posti.example>`);
    const composed = composeMail({ ...mail, references }, options);
    expect(composed.references).toHaveLength(100);
    expect([composed.references[0], composed.references.at(-2), composed.references.at(-1)]).toEqual(['<m0@posti.example>', '<m499@posti.example>', '<q2@posti.example>']);
  });

  test('carries its files under safe names', async () => {
    const { raw } = await wire({ ...mail, files: [{ name: '../kuitti\r\nX: y.pdf', type: 'application/pdf\r\nX: y', bytes: Buffer.from('%PDF') }] });
    const [file] = (await parseMail(Buffer.from(raw))).attachments;
    expect(file).toMatchObject({ name: 'kuitti X_ y.pdf', declaredType: 'application/octet-stream' });
    expect(file?.bytes.toString()).toBe('%PDF');
  });
});

describe('automatic mail says so (RFC 3834)', () => {
  test('and cannot bounce back to us', async () => {
    const { raw, envelope } = await wire({ ...mail, automatic: 'auto-replied' });
    expect(raw).toMatch(/^Auto-Submitted: auto-replied\r$/m);
    expect(raw).toMatch(/^X-Auto-Response-Suppress: All\r$/m);
    expect(envelope.from || '').toBe('');
  });

  test('a person\'s mail does not', async () => {
    expect((await wire(mail)).raw).not.toMatch(/^(?:Auto-Submitted|X-Auto-Response-Suppress):/m);
  });
});

describe('SEC-S53, SEC-S23, SEC-S54: nothing gets in by the text', () => {
  const tricks = ['\r\nBcc: salaa@paha.example', '\nBcc: salaa@paha.example', '\rBcc: salaa@paha.example', '%0d%0aBcc: salaa@paha.example', '\u2028Bcc: salaa@paha.example', '\u0085Bcc: salaa@paha.example'];

  test.each(tricks)('%j in subject, names, ids and words of the frame', async (trick) => {
    const { raw, envelope } = await wire({
      ...mail,
      subject: `Ruoka${trick}`,
      from: { name: `Murre${trick}`, address: 'asiakaspalvelu@murre.example' },
      to: [{ name: `Aino${trick}`, address: 'aino@posti.example' }],
      inReplyTo: `<a${trick}@x.example>`,
      references: [`<b@x.example>${trick}`, '<c@x.example>'],
      words: { language: `fi${trick}`, replyPrefix: `VS:${trick}`, untitled: `Viestisi${trick}`, quoteIntro: `Aino${trick}:` },
      quoted: `Hei${trick}`,
    });
    expect(envelope.to).toEqual(['aino@posti.example']);
    expect(headerCount(raw, 'Bcc')).toBe(0);
    for (const name of ['Subject', 'From', 'To', 'Reply-To', 'Message-ID']) expect(headerCount(raw, name)).toBe(1);
  });

  test.each(['a@b.example\r\nBcc: v@e.example', 'a@b.example,c@d.example', '"x" <a@b.example>, c@d.example', 'a@b.example>c@d.example', 'a@[127.0.0.1]', ''])('the recipient %j sends nothing at all', (address) => {
    expect(() => composeMail({ ...mail, to: [{ name: '', address }] }, options)).toThrow('an address is not valid');
    expect(() => composeMail({ ...mail, cc: [{ name: '', address }] }, options)).toThrow('an address is not valid');
  });

  test('nobody to send to', () => {
    expect(() => composeMail({ ...mail, to: [] }, options)).toThrow('no recipient');
  });

  test('markup and templates in the text stay text', () => {
    const text = '<script>alert(1)</script> <img src=x onerror=alert(1)> {{constructor}} https://x.example/"onmouseover=alert(1)// javascript:alert(1)';
    const { html, text: plain } = composeMail({ ...mail, text, quoted: text }, options);
    const body = html.slice(html.indexOf('<body>') + 6, html.indexOf('</body>')).replaceAll(' type="cite"', '');
    expect(dangersIn(body)).toEqual([]);
    expect(plain).toContain('{{constructor}}');
  });

  test('the mailer may read no file and fetch no address', () => {
    expect(composeMail(mail, options)).toMatchObject({ disableFileAccess: true, disableUrlAccess: true });
  });
});
