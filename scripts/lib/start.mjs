// `npm start`: from a fresh clone to a running desk, and in the reverse order back again.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { claimDesk, forgetDesk, noteDesk } from './desk-record.mjs';
import { deskEnvironment, deskPorts, isDemo, storeEnvironment } from './desk-environment.mjs';
import { install } from './install.mjs';
import { ownDataFolder } from './owner.mjs';
import { dataFolder, dist, root } from './paths.mjs';
import { runProgram } from './programs.mjs';
import { say } from './say.mjs';
import { database, queueStore, verifyNamed } from './services.mjs';
import { keepAlive, Supervised } from './supervise.mjs';

const readIf = (name) => (existsSync(join(dataFolder(), name)) ? readFileSync(join(dataFolder(), name), 'utf8').trim() : undefined);

/** The facts a person needs, one line each; the address is the last. */
function tell({ url, ports, stores }) {
  const lines = [`Console: ${url}`];
  if (ports.KAIKU_SMTP_PORT) lines.push(`Send mail to: smtp://127.0.0.1:${ports.KAIKU_SMTP_PORT}`);
  if (ports.KAIKU_CATCHER_PORT) lines.push(`Read what went out: ${url}/dev/mail`);
  else if (!process.env.SMTP_URL) lines.push('Mail out is paused: SMTP_URL is not set');
  lines.push(`Public form: ${url}/form`, ...stores);
  if (isDemo()) for (const { email, password, role } of JSON.parse(readIf('demo-accounts.json') ?? '[]')) lines.push(`Demo sign-in: ${email} / ${password} (${role})`);
  const first = readIf('first-admin-link');
  if (first) lines.push(`Make the first administrator: ${first}`);
  process.stdout.write(`${lines.join('\n')}\nKaiku is ready: ${url}\n`);
}

/**
 * Brings a desk up. @param options.parts what to build; @param options.more called with the running desk, may add
 * things to stop @returns a promise that settles when the desk has been stopped
 */
export async function desk({ parts, more } = {}) {
  ownDataFolder(dataFolder());
  isDemo();
  await claimDesk();
  const stops = [() => forgetDesk()];
  let failure = 0;
  let ask;
  const asked = new Promise((done) => (ask = done));
  let last = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // One Ctrl-C reaches us by several ways; a second one, later, means now.
      if (last && Date.now() - last > 1500) process.exit(1);
      last ||= Date.now();
      ask();
    });
  }
  const giveUp = () => {
    failure = 1;
    ask();
  };
  try {
    const stopped = () => last > 0 || failure > 0;
    await bringUp({ parts, more, stops, giveUp, asked, stopped }).catch((error) => {
      // Asked to stop half way: that it did not come up is no failure.
      if (!stopped()) throw error;
    });
    await asked;
    say('Stopping.');
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
  return failure;
}

async function bringUp({ parts, more, stops, giveUp, asked, stopped }) {
  const step = async (work) => (stopped() ? undefined : work());
  await install();
  await verifyNamed();
  const ports = await deskPorts();
  await step(() => build(parts));
  const store = await database();
  stops.push(store.stop, keepAlive('built-in Postgres', store, giveUp));
  const queues = await queueStore();
  stops.push(queues.stop, keepAlive('redis-server', queues, giveUp));
  const early = storeEnvironment(store.url, queues);
  await step(() => runProgram('migrate', early));
  if (isDemo()) await step(() => runProgram('seed-demo', early));
  const { url, api, worker } = deskEnvironment(ports, store.url, queues);
  const logs = join(dataFolder(), 'logs');
  const processes = [
    new Supervised({ name: 'api', args: [join(dist, 'apps/api/src/main.js')], env: api, cwd: root, log: join(logs, 'api.log'), ready: `http://127.0.0.1:${ports.PORT}/health/ready` }, giveUp),
    new Supervised({ name: 'worker', args: [join(dist, 'apps/worker/src/main.js')], env: worker, cwd: root, log: join(logs, 'worker.log'), ready: `http://127.0.0.1:${ports.KAIKU_WORKER_METRICS_PORT}/health/ready` }, giveUp),
  ];
  const note = () => noteDesk({ url, children: processes.map((one) => one.pid).filter(Boolean) });
  for (const one of processes) {
    stops.push(() => one.stop());
    one.spawned = note;
  }
  void asked.then(() => processes.forEach((one) => void one.stop()));
  await step(() => Promise.all(processes.map((one) => one.start())));
  if (stopped()) return;
  const address = (await more?.({ url, ports, processes, stops, env: early })) ?? url;
  tell({ url: address, ports, stores: [store.told, queues.told] });
}

export const run = () => desk();
