import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@kaiku/testing';
import { rawMail, type MailSpec } from '@kaiku/conversations/testing';
import { eventually } from '../support/desk';
import { freePort } from '../support/ports';
import { answering, letGo } from '../support/processes';
import { offerMail } from '../support/smtp-client';

export { eventually } from '../support/desk';

const ROOT = join(__dirname, '../..');
export const BOX = 'asiakaspalvelu@lumo.example';

/** Accounts of the demo shop. */
export const STAFF = {
  liisa: { email: 'liisa@lumo.example', password: 'kissa-istuu-ikkunalla', locale: 'fi' },
  johan: { email: 'johan@lumo.example', password: 'hunden-springer-fort', locale: 'sv' },
  sanna: { email: 'sanna@lumo.example', password: 'kani-syo-porkkanaa', locale: 'fi' },
  antti: { email: 'antti@lumo.example', password: 'akvaario-on-puhdas', locale: 'en' },
} as const;
export type Who = keyof typeof STAFF;

/** A mail as /dev/mail.json tells it. */
export interface CaughtMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly raw: string;
}

/** The demo shop as `npm start` runs it: api with the built console and the mail catcher, and a worker, on a database of its own. */
export class DemoDesk {
  private readonly children = new Set<ChildProcess>();
  private readonly data = mkdtempSync(join(tmpdir(), 'kaiku-demo-'));
  private env: NodeJS.ProcessEnv = {};
  url = '';
  private smtpPort = 0;
  private api?: ChildProcess;

  private constructor(readonly db: TestDatabase) {}

  /** @param more environment variables over those of the demo */
  static async start(more: NodeJS.ProcessEnv = {}): Promise<DemoDesk> {
    const desk = new DemoDesk(await createTestDatabase('demo'));
    const [port, smtp, catcher, apiMetrics, workerMetrics] = await Promise.all([freePort(), freePort(), freePort(), freePort(), freePort()]);
    desk.url = `http://127.0.0.1:${port}`;
    desk.smtpPort = smtp;
    desk.env = {
      PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', DATABASE_URL: desk.db.url, KAIKU_QUEUES: 'postgres', KAIKU_DATA: desk.data,
      KAIKU_SECRET: 'demo-secret-demo-secret-demo-secret-demo', KAIKU_ORGANISATION: 'Lumo', KAIKU_DEMO: 'on', PORT: String(port), PUBLIC_URL: desk.url,
      KAIKU_SMTP_PORT: String(smtp), KAIKU_CATCHER_PORT: String(catcher), KAIKU_METRICS_PORT: String(apiMetrics), KAIKU_CONSOLE_DIR: join(ROOT, 'dist/console'), ...more,
    };
    try {
      await desk.open(catcher, workerMetrics);
    } catch (failure) {
      await desk.stop();
      throw failure;
    }
    return desk;
  }

  private async open(catcher: number, workerMetrics: number): Promise<void> {
    const seeded = spawnSync(process.execPath, [join(ROOT, 'dist/apps/worker/src/seed-demo.js')], { cwd: ROOT, env: this.env, encoding: 'utf8' });
    if (seeded.status !== 0) throw new Error(`the demo shop could not be seeded: ${seeded.stderr}`);
    await Promise.all([this.startApi(), this.run('worker', { SMTP_URL: `smtp://127.0.0.1:${catcher}`, KAIKU_METRICS_PORT: String(workerMetrics) }, `http://127.0.0.1:${workerMetrics}/health/ready`)]);
  }

  private async run(name: 'api' | 'worker', more: NodeJS.ProcessEnv, ready: string): Promise<ChildProcess> {
    const file = join(this.data, `${name}.log`);
    const log = openSync(file, 'a');
    const child = spawn(process.execPath, [join(ROOT, `dist/apps/${name}/src/main.js`)], { cwd: ROOT, env: { ...this.env, ...more }, stdio: ['ignore', log, log] });
    this.children.add(child);
    child.once('exit', () => this.children.delete(child));
    await answering(name, child, file, ready);
    return child;
  }

  async startApi(): Promise<void> {
    this.api = await this.run('api', {}, `${this.url}/health/ready`);
  }

  /** The server goes away under the people who work. */
  async stopApi(): Promise<void> {
    const { api } = this;
    if (!api) return;
    const gone = new Promise((done) => api.once('exit', done));
    api.kill('SIGTERM');
    await gone;
  }

  /** A mail from outside, through the SMTP door. */
  async post(mail: MailSpec & { envelopeFrom?: string }, to: readonly string[] = [BOX]): Promise<void> {
    const sent = await offerMail(this.smtpPort, rawMail(mail), to, mail.envelopeFrom ?? /<([^>]+)>/.exec(mail.from ?? '')?.[1]);
    if (!sent.accepted) throw new Error(`the desk did not take the mail: ${sent.answer ?? 'hung up'}`);
  }

  /** What went out so far, newest first. */
  async mails(): Promise<readonly CaughtMail[]> {
    return ((await (await fetch(`${this.url}/dev/mail.json`)).json()) as { mails: CaughtMail[] }).mails;
  }

  /** Waits until a mail that has these words went out. */
  mailWith(words: string): Promise<CaughtMail> {
    return eventually(`a mail with "${words}"`, async () => (await this.mails()).find((mail) => mail.text.includes(words)), 60_000);
  }

  /** Business time goes on without anybody having to wait. @param duration ISO 8601, "PT1H" */
  async advance(duration: string): Promise<void> {
    const moved = await fetch(`${this.url}/dev/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ advance: duration }) });
    if (!moved.ok) throw new Error(`the clock did not move: ${moved.status}`);
  }

  /** Waits for the ticket with this subject. */
  async ticket(subject: string): Promise<{ id: string; number: number }> {
    const row = await eventually(`the ticket "${subject}"`, async () => (await this.db.sql<{ id: string; number: string }>('SELECT id, number FROM ticket WHERE subject = $1 ORDER BY number DESC', [subject]))[0]);
    return { id: row.id, number: Number(row.number) };
  }

  /** A customer's mail and the ticket it becomes. */
  async matter(mail: MailSpec & { subject: string }, to?: readonly string[]): Promise<{ id: string; number: number }> {
    await this.post(mail, to);
    return this.ticket(mail.subject);
  }

  /** How long a sent reply can be taken back. */
  async undoSeconds(who: Who, seconds: number): Promise<void> {
    await this.db.sql('UPDATE staff_member SET undo_seconds = $2 WHERE email = $1', [STAFF[who].email, seconds]);
  }

  async stop(): Promise<void> {
    await letGo(this.children);
    await this.db.drop();
    if (!process.env.KAIKU_TEST_KEEP) rmSync(this.data, { recursive: true, force: true });
  }
}
