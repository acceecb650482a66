// `test`, `e2e`, `chaos`: jest with everything it needs, its counts, and an exit code that tells the truth.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { ownDataFolder } from './owner.mjs';
import { dataFolder, root } from './paths.mjs';
import { ask, postgres } from './postgres.mjs';
import { ownRedis, redisProgram, verifyRedis } from './redis.mjs';
import { say } from './say.mjs';
import { testFolder } from './testdb.mjs';

const RESULTS = join(root, 'test-results.json');

/** Settings of a desk must not reach the tests: they bring their own. */
function hermetic(env) {
  const kept = /^KAIKU_(NODE_GUARD|TEST_|CHAOS)/;
  const named = ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'PORT', 'PUBLIC_URL', 'TRUSTED_PROXIES', 'NODE_ENV'];
  return Object.fromEntries(Object.entries(env).filter(([name]) => !named.includes(name) && (!name.startsWith('KAIKU_') || kept.test(name))));
}

/** A Redis for tests: our own where redis-server is installed (it may be flushed and killed), else REDIS_URL. */
async function testRedis() {
  const program = redisProgram();
  if (program) {
    const folder = mkdtempSync(join(tmpdir(), 'kaiku-test-redis-'));
    const { url, stop } = await ownRedis(folder, program, { durable: false });
    return { url, own: true, stop: () => stop().then(() => rmSync(folder, { recursive: true, force: true })) };
  }
  if (!process.env.REDIS_URL) return undefined;
  await verifyRedis(process.env.REDIS_URL);
  return { url: process.env.REDIS_URL, own: false, stop: async () => {} };
}

const JEST = [
  '--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join(root, 'node_modules/jest/bin/jest.js'),
  '--config', join(root, 'test/support/jest.config.cjs'),
];

/** Databases of tests that were killed; nobody else can be using a cluster that we have just started. */
async function dropLeftovers(url) {
  for (const { datname } of await ask(url, "select datname from pg_database where datname ~ '^kaiku_t_'")) await ask(url, `drop database "${datname}" with (force)`);
}

/** Runs jest to its end, with its results in a file of this run: another run may be writing its own. @returns its exit code */
function jest(args, env, results) {
  const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim();
  const child = spawn(process.execPath, [...JEST, '--json', `--outputFile=${results}`, ...args], {
    cwd: root, env: { ...env, NODE_OPTIONS: nodeOptions }, stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((done) => {
    // Results are written at the end: a jest that is still there long after has left something open.
    let written = 0;
    const watch = setInterval(() => {
      written = existsSync(results) && statSync(results).size > 0 ? written + 1 : 0;
      if (written < 30) return;
      say('jest did not end by itself within 30 s of its last test: a test leaves something open.');
      child.kill('SIGKILL');
    }, 1000);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      done(code ?? (signal ? 1 : 0));
    });
  });
}

const counted = (results, label, status) =>
  results.testResults.flatMap((file) => file.assertionResults).filter((one) => one.fullName.includes(label) && one.status === status).length;

function report(redis, file) {
  rmSync(RESULTS, { force: true });
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  if (results) copyFileSync(file, RESULTS);
  if (!results) return { passed: 0, failed: 1 };
  const jobs = (label) => `${label} ${counted(results, label, 'passed')} passed`;
  process.stdout.write(`${jobs('jobs@redis')}${redis ? '' : ' (no redis-server found on PATH and no REDIS_URL: not run)'}\n${jobs('jobs@postgres')}\n`);
  // A file that fails to load has no tests to count.
  return { passed: results.numPassedTests, failed: results.numFailedTests + results.numRuntimeErrorTestSuites };
}

/** A path that cannot lead to a browser or a journey needs no console. */
const needsConsole = (args) => {
  const paths = args.filter((arg) => !arg.startsWith('-'));
  return paths.length === 0 || paths.some((path) => /e2e|browser|chaos/.test(path));
};

/** Brings what the tests need, runs jest with the arguments, prints the counts. */
export async function runTests(args, extra = {}) {
  ownDataFolder(dataFolder());
  await install();
  const stops = [];
  try {
    await build(needsConsole(args) ? undefined : ['server']);
    const given = process.env.KAIKU_TEST_DATABASE_URL;
    const database = given ? { url: given, reused: true, stop: async () => {} } : await postgres(testFolder(), { durable: false });
    stops.push(database.stop);
    if (!database.reused) await dropLeftovers(database.url);
    const redis = await testRedis();
    if (redis) stops.push(redis.stop);
    else say('No redis-server on PATH and no REDIS_URL: the job suite runs on Postgres only.');
    const files = mkdtempSync(join(tmpdir(), 'kaiku-test-'));
    stops.push(() => rmSync(files, { recursive: true, force: true }));
    const env = { ...hermetic(process.env), ...extra, KAIKU_TEST_DATABASE_URL: database.url, KAIKU_TEST_DATA: files };
    if (redis) Object.assign(env, { KAIKU_TEST_REDIS_URL: redis.url, ...(redis.own ? { KAIKU_TEST_REDIS_OWN: '1' } : {}) });
    const file = join(files, 'test-results.json');
    const code = await jest(args, env, file);
    const { passed, failed } = report(redis, file);
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
    if (passed + failed === 0) say(`jest ran no test${args.length ? ` for: ${args.join(' ')}` : ''}.`);
    return code === 0 && failed === 0 && passed > 0 ? 0 : code || 1;
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

export const run = (args) => runTests(args);
export const e2e = { run: (args) => runTests(['--selectProjects', 'e2e', 'browser', ...args]) };
export const chaos = { run: (args) => runTests(['--selectProjects', 'chaos', ...args], { KAIKU_CHAOS: '1' }) };
