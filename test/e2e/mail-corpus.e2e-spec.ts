import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desk, eventually } from '../support/desk';
import { offerMail } from '../support/smtp-client';

const FOLDER = join(__dirname, '../../libs/conversations/src/mail/fixtures');
interface Expected {
  readonly file: string;
  readonly subject: string;
  readonly origin: string;
  readonly newText: string;
  readonly files: readonly string[];
}
const expected = JSON.parse(readFileSync(join(FOLDER, 'expectations.json'), 'utf8')) as Expected[];

describe('thirty mails in the manner of the usual programs, through the SMTP door of a running desk', () => {
  let desk: Desk;
  beforeAll(async () => (desk = await Desk.start({ api: false })));
  afterAll(() => desk.stop());

  test('become the expected tickets, words and files', async () => {
    const names = readdirSync(FOLDER).filter((n) => n.endsWith('.eml'));
    expect(names.length).toBeGreaterThanOrEqual(20);
    for (const name of names) {
      const sent = await offerMail(desk.smtpPort, readFileSync(join(FOLDER, name)), ['asiakaspalvelu@lumo.example']);
      expect([name, sent.accepted]).toEqual([name, true]);
    }
    await eventually('all mails to be filed', async () => (await desk.db.sql(`SELECT 1 FROM inbound_raw WHERE state = 'received'`)).length === 0, 60_000);
    expect(await desk.db.sql(`SELECT error_code FROM inbound_raw WHERE state = 'quarantined'`)).toEqual([]);
    const filed = await desk.db.sql<{ subject: string; body: string; automatic: string; files: number }>(`
      SELECT m.subject, e.body, m.automatic, (SELECT count(*)::int FROM attachment a WHERE a.entry_id = e.id) AS files
      FROM message m JOIN ticket_entry e ON e.id = m.entry_id WHERE m.direction = 'inbound'`);
    expect(filed).toHaveLength(names.length);
    const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
    for (const mail of expected) {
      const found = filed.filter((f) => squeeze(f.body).startsWith(squeeze(mail.newText).slice(0, 60)) && f.files === mail.files.length);
      expect({ file: mail.file, found: found.length > 0 }).toEqual({ file: mail.file, found: true });
      expect({ file: mail.file, human: found.some((f) => f.automatic === 'none') }).toEqual({ file: mail.file, human: mail.origin === 'human' });
    }
    // Machines are never answered.
    const acknowledged = await desk.db.sql<{ n: number }>(`SELECT count(*)::int AS n FROM outbound_message o JOIN message m ON m.ticket_id = o.ticket_id WHERE m.automatic <> 'none'`);
    expect(acknowledged).toEqual([{ n: 0 }]);
  });
});
