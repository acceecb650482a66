import { machineMail } from './machine-mail';
import { parseMail } from './parse-mail';
import { rawMail } from './testing/build-mail';

const ownAddresses = ['asiakaspalvelu@murre.example'];
const classify = async (fields: Record<string, string | undefined>, body?: string) => machineMail(await parseMail(rawMail(fields, body)), { ownAddresses });

describe('SEC-S55: what no person wrote', () => {
  test.each([
    ['an ordinary mail', {}, 'human'],
    ['Auto-Submitted: no', { 'Auto-Submitted': 'no' }, 'human'],
    ['Auto-Submitted: No, in capitals with a comment', { 'Auto-Submitted': '(by hand) NO' }, 'human'],
    ['auto-replied', { 'Auto-Submitted': 'auto-replied' }, 'auto_reply'],
    ['auto-generated in mixed case', { 'Auto-Submitted': 'Auto-Generated' }, 'auto_reply'],
    ['auto-notified with parameters', { 'Auto-Submitted': 'auto-notified; owner-email="a@b.example"' }, 'auto_reply'],
    ['an unknown keyword', { 'Auto-Submitted': 'robot' }, 'auto_reply'],
    ['Precedence: bulk', { Precedence: 'Bulk' }, 'bulk_or_list'],
    ['Precedence: list', { Precedence: 'list' }, 'bulk_or_list'],
    ['Precedence: junk', { Precedence: 'junk' }, 'bulk_or_list'],
    ['Precedence: auto_reply', { Precedence: 'auto_reply' }, 'out_of_office'],
    ['suppressing answers: All', { 'X-Auto-Response-Suppress': 'All' }, 'auto_reply'],
    ['suppressing answers: OOF', { 'X-Auto-Response-Suppress': 'DR, OOF' }, 'auto_reply'],
    ['suppressing only receipts', { 'X-Auto-Response-Suppress': 'DR, RN' }, 'human'],
    ['List-Id', { 'List-Id': 'Koirat <koirat.yhdistys.example>' }, 'bulk_or_list'],
    ['List-Unsubscribe alone', { 'List-Unsubscribe': '<mailto:pois@lista.example>' }, 'bulk_or_list'],
    ['an empty return path', { 'Return-Path': '<>' }, 'auto_reply'],
    ['no-reply as sender', { From: 'Kauppa <no-reply@kauppa.example>' }, 'auto_reply'],
    ['noreply with a tag', { From: 'noreply+123@kauppa.example' }, 'auto_reply'],
    ['ei-vastata as sender', { From: 'ei-vastata@kauppa.example' }, 'auto_reply'],
    ['mailer-daemon with failure words', { From: 'MAILER-DAEMON@mx.example', Subject: 'Undelivered Mail Returned to Sender' }, 'bounce'],
    ['postmaster answering with a null path', { From: 'postmaster@mx.example', 'Return-Path': '<>' }, 'bounce'],
    ['a person at postmaster', { From: 'Pertti <postmaster@shop.example>' }, 'auto_reply'],
    ['failed recipients', { 'X-Failed-Recipients': 'a@b.example' }, 'bounce'],
    ['a null path and Finnish failure words', { 'Return-Path': '<>', Subject: 'Viestiä ei voitu toimittaa: Tilaus' }, 'bounce'],
    ['our own address', { From: 'Asiakaspalvelu <Asiakaspalvelu@murre.example>' }, 'loop'],
    ['our own address in X-Loop', { 'X-Loop': 'asiakaspalvelu@murre.example' }, 'loop'],
    ['our own mail through a list', { From: 'asiakaspalvelu@murre.example', 'List-Id': '<x.y.example>' }, 'loop'],
    ['the office is empty, fi', { Subject: 'Automaattinen vastaus: Tilaus' }, 'out_of_office'],
    ['the office is empty, sv', { Subject: 'Autosvar: Order', 'Auto-Submitted': 'auto-replied' }, 'out_of_office'],
    ['the office is empty, en', { Subject: 'Out of Office: Order' }, 'out_of_office'],
    ['vacation in the header', { 'Auto-Submitted': 'auto-replied (vacation)', Subject: 'Re: Order' }, 'out_of_office'],
    ['a person who mentions a holiday', { Subject: 'Olen lomalla viikolla 30, voiko toimituksen siirtää?' }, 'human'],
    ['a person who asks about returns', { Subject: 'Returned mail order, missing refund' }, 'human'],
  ])('%s', async (_name, fields, origin) => {
    expect((await classify(fields)).origin).toBe(origin);
  });

  test('fifty-one servers on the way are a circle', async () => {
    const hops = Buffer.from('Received: from a by b; Mon, 16 Nov 2026 09:12:00 +0200\r\n'.repeat(51));
    expect(machineMail(await parseMail(Buffer.concat([hops, rawMail()]))).origin).toBe('loop');
  });
});

describe('reports', () => {
  const report = (action: string, extra = ''): Promise<ReturnType<typeof machineMail>> =>
    classify(
      { From: 'postmaster@mx.example', 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b', 'In-Reply-To': '<ours@murre.example>' },
      `--b\r\n\r\nwords\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822;Aino@posti.example\r\nAction: ${action}\r\nStatus: 4.4.1\r\n${extra}--b--\r\n`,
    );

  test('a delayed mail is a bounce that is not final', async () => {
    expect(await report('delayed')).toMatchObject({ origin: 'bounce', delivery: { action: 'delayed', status: '4.4.1', recipient: 'Aino@posti.example', originalMessageId: '<ours@murre.example>' } });
  });

  test('a receipt of delivery brings nothing back', async () => {
    expect(await report('delivered')).toMatchObject({ origin: 'auto_reply', delivery: null });
  });

  test('a read receipt is machine mail', async () => {
    const mail = await classify({ 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=b' }, '--b\r\n\r\nread\r\n--b\r\nContent-Type: message/disposition-notification\r\n\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n--b--\r\n');
    expect(mail.origin).toBe('auto_reply');
  });

  test('the bounced mail is named by its own header, and a forged address in it is not taken', async () => {
    const mail = await classify(
      { From: 'postmaster@mx.example', 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b', 'In-Reply-To': '<other@x.example>' },
      '--b\r\n\r\nwords\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822;a@b, c@d\r\nAction: failed\r\nStatus: 5.0.0\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <ours@murre.example>\r\n\r\nMessage-ID: <in.the.body@x.example>\r\n--b--\r\n',
    );
    expect(mail.delivery).toMatchObject({ originalMessageId: '<ours@murre.example>', recipient: null, status: '5.0.0' });
  });
});
