// `test`, `e2e`, `chaos`: jest with everything it needs, its counts, and an exit code that tells the truth.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { runPhases, selected } from './jest.mjs';
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

/** Databases of tests that were killed; nobody else can be using a cluster that we have just started. */
async function dropLeftovers(url) {
  for (const { datname } of await ask(url, "select datname from pg_database where datname ~ '^kaiku_t_'")) await ask(url, `drop database "${datname}" with (force)`);
}

const counted = (results, label, status) =>
  results.testResults.flatMap((file) => file.assertionResults).filter((one) => one.fullName.includes(label) && one.status === status).length;

function report(redis, results, lost) {
  rmSync(RESULTS, { force: true });
  if (!results) return { passed: 0, failed: Math.max(lost, 1) };
  writeFileSync(RESULTS, JSON.stringify(results));
  const jobs = (label) => `${label} ${counted(results, label, 'passed')} passed`;
  process.stdout.write(`${jobs('jobs@redis')}${redis ? '' : ' (no redis-server found on PATH and no REDIS_URL: not run)'}\n${jobs('jobs@postgres')}\n`);
  // A file that fails to load has no tests to count, nor has a jest that was lost.
  return { passed: results.numPassedTests, failed: results.numFailedTests + results.numRuntimeErrorTestSuites + lost };
}

/** A path that cannot lead to a browser or a journey needs no console. */
const needsConsole = (args) => {
  const { projects, rest } = selected(args);
  if (projects) return projects.some((name) => ['e2e', 'browser', 'chaos', 'screenshots'].includes(name));
  const paths = rest.filter((arg) => !arg.startsWith('-'));
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
    const { code, results, lost } = await runPhases(args, env, files);
    const { passed, failed } = report(redis, results, lost);
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
    if (passed + failed === 0) say(`jest ran no test${args.length ? ` for: ${args.join(' ')}` : ''}.`);
    return code === 0 && failed === 0 && passed > 0 ? 0 : code || 1;
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

export const run = (args) => runTests(args);
export const e2e = { run: (args) => runTests(['--selectProjects', 'e2e', 'browser', ...args]) };
/** Draws the pictures of docs/images again. */
export const screenshots = { run: (args) => runTests(['--selectProjects', 'screenshots', ...args], { KAIKU_TEST_SCREENSHOTS: '1' }) };
export const chaos = { run: (args) => runTests(['--selectProjects', 'chaos', ...args], { KAIKU_CHAOS: '1' }) };
