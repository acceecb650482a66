import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { eventually } from '../support/desk';
import { freePort } from '../support/ports';
import { ROOT, type Compose, type Service } from './compose';

/** Whether this machine can start the file's own queue store. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/**
 * The services of docker-compose.yml as plain processes: the same commands and environments, with only what containers
 * give them replaced: host names, ports, `/data` and `/app`.
 */
export class Stage {
  /** Stands for `/data`, the volume that the services share. */
  readonly data = mkdtempSync(join(tmpdir(), 'kaiku-stage-'));
  private readonly app = mkdtempSync(join(tmpdir(), 'kaiku-app-'));
  // The login is of the whole cluster, so that it has a name of its own here.
  private readonly name = `kaiku_t_${randomBytes(6).toString('hex')}`;
  private readonly children = new Set<ChildProcess>();
  private readonly environments = new Map<string, NodeJS.ProcessEnv>();
  private redisPort = 0;

  constructor(
    private readonly file: Compose,
    private readonly cluster: string,
  ) {
    // What the last stage of the Dockerfile has in /app.
    for (const path of ['dist', 'node_modules', 'apps/console/src/graphql/generated/persisted-documents.json']) {
      mkdirSync(dirname(join(this.app, path)), { recursive: true });
      symlinkSync(join(ROOT, path), join(this.app, path));
    }
  }

  private service(name: string): Service {
    return this.file.services[name]!;
  }

  /** What the Postgres image does at its first start: deploy/postgres/kaiku.sql, here without psql. */
  async makeDatabase(): Promise<void> {
    const password = this.service('postgres').environment!.KAIKU_DB_PASSWORD!;
    const sql = readFileSync(join(ROOT, 'deploy/postgres/kaiku.sql'), 'utf8')
      .replace(/^\\getenv .*$/m, '')
      .replace(`:'password'`, `'${password}'`)
      .replace(/\bkaiku\b(?=[\s;])(?!\.)/g, this.name);
    const [before, after] = sql.split(/^\\connect .*$/m) as [string, string];
    const bodies = before.replace(/--.*$/gm, '').split(/;\s*\n(?!\s+IF|END)/).map((s) => s.trim()).filter(Boolean);
    for (const statement of bodies) await this.asSuperuser('postgres', statement);
    await this.asSuperuser(this.name, after);
  }

  async asSuperuser(database: string, statement: string): Promise<Record<string, unknown>[]> {
    const url = new URL(this.cluster);
    url.pathname = `/${database}`;
    const client = new Client({ connectionString: url.href });
    await client.connect();
    try {
      return (await client.query(statement)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  }

  /** SQL in the desk's database, as its superuser. */
  sql(statement: string): Promise<Record<string, unknown>[]> {
    return this.asSuperuser(this.name, statement);
  }

  /** The environment of a service, with what a container would have given it replaced. */
  async environment(name: string): Promise<NodeJS.ProcessEnv> {
    const made = this.environments.get(name);
    if (made) return made;
    const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, ...this.service(name).environment };
    const database = new URL(env.DATABASE_URL!);
    const cluster = new URL(this.cluster);
    Object.assign(database, { username: this.name, hostname: cluster.hostname, port: cluster.port, pathname: `/${this.name}` });
    env.DATABASE_URL = database.href;
    if (hasRedis) env.REDIS_URL = env.REDIS_URL!.replace('@redis:6379', `@127.0.0.1:${this.redisPort}`);
    else delete env.REDIS_URL;
    for (const variable of ['KAIKU_HOST', 'KAIKU_SMTP_HOST']) if (env[variable]) env[variable] = '127.0.0.1';
    for (const variable of ['PORT', 'KAIKU_METRICS_PORT', 'KAIKU_SMTP_PORT']) if (env[variable]) env[variable] = String(await freePort());
    env.KAIKU_DATA = this.data;
    if (env.KAIKU_CONSOLE_DIR) env.KAIKU_CONSOLE_DIR = this.consoleFolder(env.KAIKU_CONSOLE_DIR);
    this.environments.set(name, env);
    return env;
  }

  /** The built console; a page in its place where only the server was built. */
  private consoleFolder(inContainer: string): string {
    const built = inContainer.replace(/^\/app/, this.app);
    if (existsSync(join(built, 'index.html'))) return built;
    const other = join(this.data, 'console');
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, 'index.html'), '<!doctype html><title>Kaiku</title>');
    return other;
  }

  /** The queue store with the very settings of the file. */
  async startRedis(): Promise<void> {
    this.redisPort = await freePort();
    const [program, ...args] = this.service('redis').command!;
    this.spawn('redis', program!, [...args, '--bind', '127.0.0.1', '--port', String(this.redisPort), '--dir', this.data], { PATH: process.env.PATH });
  }

  /** Runs a one-shot service to its end. @returns its exit code and what it said */
  async run(name: string): Promise<{ code: number | null; output: string }> {
    const [, ...args] = this.service(name).command!;
    const done = spawnSync(process.execPath, args, { cwd: this.app, env: await this.environment(name), encoding: 'utf8' });
    return { code: done.status, output: `${done.stdout}${done.stderr}` };
  }

  /** Starts a service and waits until its own healthcheck is content. */
  async start(name: string): Promise<NodeJS.ProcessEnv> {
    const env = await this.environment(name);
    const [, ...args] = this.service(name).command!;
    const child = this.spawn(name, process.execPath, args, env);
    await eventually(`${name} (see ${this.data}/${name}.log)`, async () => {
      if (child.exitCode !== null) throw new Error(`${name} ended`);
      return this.healthy(name, env);
    }, 60_000);
    return env;
  }

  /** The healthcheck as Compose would run it. */
  healthy(name: string, env: NodeJS.ProcessEnv): Promise<boolean> {
    const [, , ...args] = this.service(name).healthcheck!.test;
    return new Promise((done) => spawn(process.execPath, args, { env, stdio: 'ignore' }).once('exit', (code) => done(code === 0)));
  }

  private spawn(name: string, program: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
    const log = openSync(join(this.data, `${name}.log`), 'a');
    const child = spawn(program, args, { cwd: this.app, env, stdio: ['ignore', log, log] });
    this.children.add(child);
    child.once('exit', () => this.children.delete(child));
    return child;
  }

  /** SIGTERM to the programs and then to the queue store, as Compose does, and SIGKILL after its 30 s. @returns how each ended */
  async stop(): Promise<(number | string | null)[]> {
    const end = (child: ChildProcess) => new Promise<number | string | null>((done) => {
      const late = setTimeout(() => child.kill('SIGKILL'), 30_000);
      child.once('exit', (code, signal) => (clearTimeout(late), done(signal ?? code)));
      child.kill('SIGTERM');
    });
    const stores = [...this.children].filter((child) => child.spawnfile === 'redis-server');
    const ended = await Promise.all([...this.children].filter((child) => !stores.includes(child)).map(end));
    await Promise.all(stores.map(end));
    await this.asSuperuser('postgres', `DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`);
    await this.asSuperuser('postgres', `DROP ROLE IF EXISTS ${this.name}`);
    for (const folder of [this.data, this.app]) rmSync(folder, { recursive: true, force: true });
    return ended;
  }
}
