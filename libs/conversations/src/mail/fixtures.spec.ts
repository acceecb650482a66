import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import expectations from './fixtures/expectations.json';
import { MOST_FILES, processMailHere } from './process-mail';
import { dangersIn } from './testing/dom-oracle';

const folder = join(__dirname, 'fixtures');
const fileIds = Array.from({ length: MOST_FILES }, (_, i) => `file-${i}`);
const options = { fileIds, ownAddresses: ['asiakaspalvelu@murre.example'] };

test('every stored mail is expected and every expected mail is stored', () => {
  const stored = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  expect(expectations.map(({ file }) => file).sort()).toEqual(stored.sort());
  expect(stored.length).toBeGreaterThanOrEqual(20);
});

describe.each(expectations.map((expected) => [expected.file, expected] as const))('%s', (file, expected) => {
  const raw = readFileSync(join(folder, file));

  test('is read as a person would read it', async () => {
    const mail = await processMailHere(raw, options);
    expect({
      file,
      from: mail.from ? `${mail.from.name} <${mail.from.address}>` : null,
      messageId: mail.messageId,
      date: mail.date?.toISOString() ?? null,
      subject: mail.subject.bare,
      ticketNumber: mail.subject.ticketNumber,
      isReply: mail.subject.isReply,
      origin: mail.machine.origin,
      ...(mail.machine.delivery ? { delivery: mail.machine.delivery } : {}),
      newText: mail.newText,
      quotedBegins: mail.quotedText?.split('\n')[0] ?? null,
      files: mail.attachments.map((part) => `${part.name} (${part.declaredType}, ${part.inline ? 'inline' : 'file'}, ${part.bytes.length} bytes)`),
      simple: mail.html?.simple ?? null,
      warnings: mail.warnings,
    }).toEqual(expected);
  });

  test('is safe to show and to store', async () => {
    const mail = await processMailHere(raw, options);
    expect(dangersIn(mail.html?.html ?? '')).toEqual([]);
    const words = JSON.stringify([mail.subject, mail.from, mail.fromText, mail.to, mail.text, mail.html, mail.attachments.map(({ name }) => name)]);
    expect(words).not.toMatch(/\\u0000|\\ud[89a-f]/i);
    for (const line of [mail.subject.shown, mail.from?.name ?? '', ...mail.attachments.map(({ name }) => name)]) expect(line).not.toMatch(/[\r\n\u202A-\u202E]/);
  });

  test('is the same mail when it comes again by another way', async () => {
    const again = Buffer.concat([Buffer.from('Received: from elsewhere by mx.murre.example; Mon, 16 Nov 2026 10:00:00 +0200\r\n'), raw]);
    const [first, second] = await Promise.all([processMailHere(raw, options), processMailHere(again, options)]);
    expect(second.contentKey).toBe(first.contentKey);
  });
});
