import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MailThreads, type MailThreadsOptions } from './mail-worker';
import { rawMail } from './testing/build-mail';

// eight million lines of one letter: honest work for the splitter, far beyond any honest mail
const slowMail = rawMail({}, 'a\r\n'.repeat(8_000_000));
const hungryMail = rawMail({ 'Content-Type': 'text/html' }, '<p>a</p>'.repeat(3_000_000));

let threads: MailThreads;
const open = (options: MailThreadsOptions = {}): MailThreads => (threads = new MailThreads(options));
afterEach(() => threads.close());

test('a mail comes back from the thread whole: bytes, dates, maps and pictures that point to their files', async () => {
  const ids = (function* (): Generator<string> {
    for (let i = 1; ; i++) yield `file-${i}`;
  })();
  const mail = await open({ newFileId: () => ids.next().value as string }).processMail(readFileSync(join(__dirname, 'fixtures/outlook-sv-inline-picture.eml')));
  expect(mail.attachments).toMatchObject([{ name: 'image001.png', fileId: 'file-1' }]);
  expect(Buffer.isBuffer(mail.attachments[0]?.bytes)).toBe(true);
  expect(mail.attachments[0]?.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(mail.html?.html).toContain('src="/files/file-1"');
  expect(mail.date?.toISOString()).toBe('2026-11-16T08:31:17.000Z');
  expect(mail.headers.get('content-type')).toHaveLength(1);
});

test('stored HTML can be sanitised anew', async () => {
  const result = await open().sanitise('<img src="cid:a"><script>x</script>', new Map([['a', 'f-1']]));
  expect(result.html).toBe('<img src="/files/f-1" />');
});

test('what the parser refuses is refused with the same reason', async () => {
  await expect(open().processMail(Buffer.from(`${'X-A: b\r\n'.repeat(100_000)}\r\nx`))).rejects.toMatchObject({ name: 'MailUnreadable', reason: 'too_many_headers' });
});

describe('F26: poison between good mails', () => {
  test('a mail that takes too much work is ended; those before and after it are read', async () => {
    const pool = open({ threads: 1, cpuMs: 1_000 });
    const [first, poison, last] = await Promise.allSettled([pool.processMail(rawMail()), pool.processMail(slowMail), pool.processMail(rawMail({ Subject: 'Jälkeen' }))]);
    expect(first.status).toBe('fulfilled');
    expect(poison).toMatchObject({ status: 'rejected', reason: { name: 'MailUnreadable', reason: 'out_of_time' } });
    expect(last).toMatchObject({ status: 'fulfilled', value: { subject: { shown: 'Jälkeen' } } });
  });

  test('so is one that takes too long by the clock', async () => {
    const pool = open({ threads: 1, wallMs: 500 });
    await expect(pool.processMail(slowMail)).rejects.toMatchObject({ reason: 'out_of_time' });
    await expect(pool.processMail(rawMail())).resolves.toMatchObject({ text: 'Hei\n' });
  });

  test('one that eats the memory takes only its own thread with it', async () => {
    const pool = open({ threads: 1, heapMb: 24 });
    await expect(pool.processMail(hungryMail)).rejects.toMatchObject({ name: 'MailUnreadable', reason: 'out_of_memory' });
    await expect(pool.processMail(rawMail())).resolves.toMatchObject({ text: 'Hei\n' });
  });

  test('the main loop goes on meanwhile', async () => {
    const pool = open({ threads: 1, cpuMs: 1_000 });
    let turns = 0;
    const timer = setInterval(() => turns++, 10);
    await expect(pool.processMail(slowMail)).rejects.toMatchObject({ reason: 'out_of_time' });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
  });
});

test('a hundred mails at once all come back, each to its own caller', async () => {
  const pool = open();
  const subjects = Array.from({ length: 100 }, (_, i) => `Viesti ${i}`);
  const mails = await Promise.all(subjects.map((subject) => pool.processMail(rawMail({ Subject: subject }))));
  expect(mails.map((mail) => mail.subject.shown)).toEqual(subjects);
});

test('closing answers those who wait', async () => {
  const pool = open({ threads: 1 });
  const waiting = [pool.processMail(slowMail), pool.processMail(rawMail())];
  await Promise.all([pool.close(), ...waiting.map((promise) => expect(promise).rejects.toMatchObject({ reason: 'thread_died' }))]);
  await expect(pool.processMail(rawMail())).rejects.toMatchObject({ reason: 'thread_died' });
});
