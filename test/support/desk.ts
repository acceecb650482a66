import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { createTestDatabase, type TestDatabase } from '@kaiku/testing';
import { freePort } from './ports';
import { answering, letGo } from './processes';

export { eventually } from './eventually';

const ROOT = join(__dirname, '../..');

export type Store = 'postgres' | 'redis';

export interface DeskOptions {
  readonly store?: Store;
  /** Where mail goes out to; without it sending is paused. */
  readonly smtpUrl?: string;
  readonly env?: Record<string, string>;
  /** Whether to start an api process. */
  readonly api?: boolean;
}

/** Whether this run has a redis-server to test with. */
export const redisUrl = process.env.KAIKU_TEST_REDIS_URL;
/** The queue stores of this run, for `describe.each`. */
export const stores: readonly Store[] = redisUrl ? ['redis', 'postgres'] : ['postgres'];

/** A desk of separate processes on a database of its own: api and workers as an operator runs them, killable by pid. */
export class Desk {
  private readonly children = new Set<ChildProcess>();
  readonly data = mkdtempSync(join(tmpdir(), 'kaiku-desk-'));
  url = '';
  smtpPort = 0;
  private redisDb = 0;
  worker?: ChildProcess;

  private constructor(
    readonly db: TestDatabase,
    private readonly options: DeskOptions,
  ) {}

  static async start(options: DeskOptions = {}): Promise<Desk> {
    const desk = new Desk(await createTestDatabase('desk'), options);
    try {
      // One for each jest worker: two desks on one queue store would do each other's jobs.
      desk.redisDb = (Number(process.env.JEST_WORKER_ID ?? 1) % 14) + 1;
      if (options.store === 'redis') await desk.flushQueues();
      desk.smtpPort = await freePort();
      await desk.seed();
      if (options.api !== false) await desk.startApi();
      await desk.startWorker();
      return desk;
    } catch (failure) {
      await desk.stop();
      throw failure;
    }
  }

  /** One team, one mailbox of each kind, one agent: the least a desk needs. */
  private async seed(): Promise<void> {
    await this.db.sql(`
      INSERT INTO team (id, name, created_at) VALUES ('00000000-0000-7000-8000-000000000001', 'Asiakaspalvelu', '2026-11-01');
      INSERT INTO mailbox (id, address, name, team_id, default_kind, language, created_at) VALUES
        ('00000000-0000-7000-8000-000000000002', 'asiakaspalvelu@lumo.example', 'Lumo', '00000000-0000-7000-8000-000000000001', 'question', 'fi', '2026-11-01'),
        ('00000000-0000-7000-8000-000000000003', 'reklamaatiot@lumo.example', 'Lumo', '00000000-0000-7000-8000-000000000001', 'complaint', 'fi', '2026-11-02');`);
  }

  /** Which queue store the desk uses, as an environment, for a test that puts jobs there itself. */
  queueSettings(): Record<string, string> {
    return this.options.store === 'redis' ? { REDIS_URL: this.redisUrl(), KAIKU_QUEUES: 'redis' } : { KAIKU_QUEUES: 'postgres' };
  }

  private env(more: Record<string, string>): NodeJS.ProcessEnv {
    const { store = 'postgres', smtpUrl, env } = this.options;
    const redis = store === 'redis' && redisUrl ? { REDIS_URL: this.redisUrl(), KAIKU_QUEUES: 'redis' } : { KAIKU_QUEUES: 'postgres' };
    return {
      PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', DATABASE_URL: this.db.url, KAIKU_DATA: this.data, KAIKU_SECRET: 'desk-secret-desk-secret-desk-secret-desk',
      KAIKU_ORGANISATION: 'Lumo', KAIKU_METRICS_PORT: '0', KAIKU_SMTP_PORT: String(this.smtpPort), ...(smtpUrl ? { SMTP_URL: smtpUrl } : {}), ...redis, ...env, ...more,
    };
  }

  private spawn(name: string, env: NodeJS.ProcessEnv): ChildProcess {
    const log = openSync(join(this.data, `${name}.log`), 'a');
    const child = spawn(process.execPath, [join(ROOT, `dist/apps/${name}/src/main.js`)], { cwd: ROOT, env, stdio: ['ignore', log, log] });
    this.children.add(child);
    child.once('exit', () => this.children.delete(child));
    return child;
  }

  async startApi(): Promise<ChildProcess> {
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    const child = this.spawn('api', this.env({ PORT: String(port) }));
    await answering('api', child, join(this.data, 'api.log'), `${this.url}/health/ready`);
    return child;
  }

  async startWorker(): Promise<ChildProcess> {
    const metrics = await freePort();
    this.worker = this.spawn('worker', this.env({ KAIKU_METRICS_PORT: String(metrics) }));
    await answering('worker', this.worker, join(this.data, 'worker.log'), `http://127.0.0.1:${metrics}/health/ready`);
    return this.worker;
  }

  /** Empties the queue store, as a lost Redis or a careless hand would. */
  async flushQueues(): Promise<void> {
    if (this.options.store === 'redis') {
      const redis = new Redis(this.redisUrl());
      await redis.flushdb();
      await redis.quit();
    } else {
      const tables = await this.db.sql<{ name: string }>(`SELECT format('bullmq.%I', tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq' AND tablename LIKE '%job%'`);
      await this.db.sql(`TRUNCATE ${tables.map((t) => t.name).join(', ')} CASCADE`);
    }
  }

  private redisUrl(): string {
    return `${redisUrl!.replace(/\/\d*$/, '')}/${this.redisDb}`;
  }

  /** SIGKILL, and waits until the process is gone. */
  async kill(child: ChildProcess | undefined): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
  }

  async stop(): Promise<void> {
    await letGo(this.children);
    await this.db.drop();
    if (!process.env.KAIKU_TEST_KEEP) rmSync(this.data, { recursive: true, force: true });
  }
}
