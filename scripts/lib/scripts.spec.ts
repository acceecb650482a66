import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enter, leave, unpin } from './clients.mjs';
import { merged, phasesOf } from './jest.mjs';
import { alive, withLock } from './lock.mjs';
import { freePort, portFrom, settlePorts } from './ports.mjs';
import { redisHosts } from './redis.mjs';
import { hostOf } from './say.mjs';
import { lastWords } from './supervise.mjs';

// No process has this number on any of the systems we know.
const NOBODY = 2 ** 30;

describe('what is printed of an address', () => {
  it.each([
    ['postgres://kaiku:hemmelig@db.shop.example:5432/desk', 'db.shop.example:5432'],
    ['redis://:hemmelig@cache.shop.example', 'cache.shop.example'],
    ['redis+sentinel://user:hem@a.example:1,b.example:2/main', 'a.example:1,b.example:2'],
    ['nothing', 'nothing'],
  ])('%s → %s', (url, host) => expect(hostOf(url)).toBe(host));
});

describe('the hosts of a Redis address', () => {
  it('reads user, password and the default port', () => {
    expect(redisHosts('rediss://desk:p%40ss@cache.example')).toEqual({ tls: true, user: 'desk', password: 'p@ss', hosts: [{ host: 'cache.example', port: 6379 }] });
  });
  it('reads several hosts of a Sentinel', () => {
    expect(redisHosts('redis+sentinel://a.example:26379,[::1]:26380/main')?.hosts).toEqual([{ host: 'a.example', port: 26379 }, { host: '::1', port: 26380 }]);
  });
  it.each(['http://cache.example', 'redis://', 'cache.example:6379'])('refuses %s', (url) => expect(redisHosts(url)).toBeUndefined());
});

describe('the phases of the tests', () => {
  const projects = (args: string[]) => phasesOf(args).map((phase: string[]) => phase.slice(phase.indexOf('--selectProjects') + 1, phase.indexOf('--passWithNoTests')).join(' '));

  it('are all but the failure scenarios where nothing is named', () => expect(projects([])).toEqual(['unit db architecture console', 'e2e', 'browser']));
  it('are those that are named', () => {
    expect(projects(['--selectProjects', 'browser', 'e2e', '-t', 'word'])).toEqual(['e2e', 'browser']);
    expect(projects(['--selectProjects', 'chaos'])).toEqual(['chaos']);
    expect(projects(['--selectProjects', 'unti'])).toEqual(['unti']);
  });
  it('have what else was given at their end, and the worker of their own only where none was asked for', () => {
    for (const phase of phasesOf(['libs/tickets', '-t', 'word'])) expect(phase.slice(-4)).toEqual(['--passWithNoTests', 'libs/tickets', '-t', 'word']);
    expect(phasesOf(['--selectProjects', 'browser', '-w', '2'])).toEqual([['--selectProjects', 'browser', '--passWithNoTests', '-w', '2']]);
    expect(phasesOf(['--selectProjects', 'browser', '--', 'line'])).toEqual([['--maxWorkers=1', '--selectProjects', 'browser', '--passWithNoTests', '--', 'line']]);
  });
  it('are counted as one run', () => {
    const run = (passed: number, failed: number, at: number) => ({ numPassedTests: passed, numFailedTests: failed, success: failed === 0, wasInterrupted: false, startTime: at, testResults: [{ name: `file-${at}` }] });
    expect(merged([run(5, 0, 20), run(3, 1, 30)])).toEqual({ numPassedTests: 8, numFailedTests: 1, success: false, wasInterrupted: false, startTime: 20, testResults: [{ name: 'file-20' }, { name: 'file-30' }] });
  });
});

describe('ports', () => {
  const environment = { ...process.env };
  afterEach(() => {
    process.env = { ...environment };
  });

  it('refuses what is no port, naming the variable', () => {
    process.env.PORT = '3000x';
    expect(() => portFrom('PORT', 1)).toThrow(/^PORT=3000x is not a port/);
  });

  it('gives any free port for 0 and refuses a taken one by the name of its variable', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    try {
      process.env.PORT = '0';
      expect((await settlePorts({ PORT: 3000 })).PORT).toBeGreaterThan(0);
      process.env.PORT = String(port);
      await expect(settlePorts({ PORT: 3000 })).rejects.toThrow(new RegExp(`Port ${port} is taken .* PORT=<port>`));
    } finally {
      server.close();
    }
  });

  it('refuses one port for two things', async () => {
    const port = String(await freePort());
    process.env.PORT = process.env.KAIKU_SMTP_PORT = port;
    await expect(settlePorts({ PORT: 3000, KAIKU_SMTP_PORT: 2525 })).rejects.toThrow(`KAIKU_SMTP_PORT and PORT are both ${port}`);
  });
});

describe('what a process said last', () => {
  it('is the message of its last severe log line', () => {
    const log = ['{"level":30,"msg":"starting"}', '{"level":60,"msg":"cannot start","err":{"message":"PORT is taken"}}', '{"level":30,"msg":"bye"}'].join('\n');
    expect(lastWords(log)).toBe('cannot start: PORT is taken');
  });
  it('is the error that Node printed, where there is no such line', () => {
    expect(lastWords('{"level":30,"msg":"x"}\n/a.js:1\n\nTypeError: not a function\n    at a')).toMatch(/^TypeError: not a function/);
  });
});

describe('between processes', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kaiku-scripts-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('lets one in at a time, and does not wait for the dead', async () => {
    const lock = join(folder, 'lock');
    writeFileSync(lock, String(NOBODY));
    let inside = 0;
    const enterOnce = () => withLock(lock, async () => {
      inside += 1;
      await Promise.resolve();
      expect(inside).toBe(1);
      inside -= 1;
    });
    await Promise.all([enterOnce(), enterOnce()]);
  });

  it('leaves a service to its other users, and stops it when the last has gone', () => {
    enter(folder, true);
    enter(folder);
    expect(leave(folder)).toBe(false);
    unpin(folder);
    writeFileSync(join(folder, 'users', String(process.ppid)), '');
    enter(folder);
    expect(alive(process.ppid)).toBe(true);
    expect(leave(folder)).toBe(false);
    rmSync(join(folder, 'users', String(process.ppid)));
    writeFileSync(join(folder, 'users', String(NOBODY)), '');
    enter(folder);
    expect(leave(folder)).toBe(true);
  });
});
