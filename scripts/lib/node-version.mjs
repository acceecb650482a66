// The right Node: where the system has an old one, Node 24 comes from npm once and the command goes on under it.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import { kept, rel } from './paths.mjs';
import { ownDataFolder } from './owner.mjs';
import { Refusal, say } from './say.mjs';
import { npm } from './npm.mjs';

const NEEDED = [24, 9];
const newEnough = (version) => {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
};

const platform = { linux: 'linux', darwin: 'darwin', win32: 'win' }[process.platform];
const keptNode = () => {
  const home = join(kept, 'node', 'node_modules', `node-${platform}-${process.arch}`, 'bin');
  return join(home, process.platform === 'win32' ? 'node.exe' : 'node');
};

const versionOf = (path) => {
  const asked = existsSync(path) ? spawnSync(path, ['--version'], { encoding: 'utf8' }) : undefined;
  return asked?.status === 0 ? asked.stdout.trim() : undefined;
};

function fetchNode() {
  const home = join(kept, 'node');
  const self = `Install Node 24 yourself (nodejs.org) and run the command again.`;
  if (!platform) throw new Refusal(`Kaiku needs Node ${NEEDED.join('.')} or newer, and this is ${process.version}. ${self}`);
  ownDataFolder(kept);
  mkdirSync(home, { recursive: true });
  say(`Node ${process.version} is too old for Kaiku: fetching Node 24 from npm into ${rel(home)} (once).`);
  // A package.json of its own, so that npm does not look for one further up.
  writeFileSync(join(home, 'package.json'), '{"private":true}\n');
  const done = npm(
    ['install', '--prefix', home, '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error', `node-${platform}-${process.arch}@24`],
    { cwd: home },
  );
  const version = versionOf(keptNode());
  if (done.status !== 0 || !version || !newEnough(version)) {
    throw new Refusal(`Node 24 could not be fetched from npm (${done.status !== 0 ? 'npm failed, see above' : 'the copy does not run here'}). ${self}`);
  }
}

/**
 * npm hands a signal to its shell, and many shells die of it without telling us: a start whose shell is gone was asked
 * to stop.
 */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.env.KAIKU_NODE_GUARD || process.platform === 'win32') return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}

/**
 * Returns when this process runs on a Node that is new enough; otherwise runs the same command under one that is and
 * ends with its exit code. Children of either find that Node first on PATH.
 */
export async function underRightNode(script, args) {
  endWithNpm();
  if (newEnough(process.versions.node)) {
    process.env.PATH = dirname(process.execPath) + delimiter + (process.env.PATH ?? '');
    // Started by the older Node: its end is ours too, whichever way it goes.
    if (process.channel) {
      process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
      process.channel.unref();
    }
    return;
  }
  if (process.env.KAIKU_NODE_GUARD) throw new Refusal(`Kaiku needs Node ${NEEDED.join('.')} or newer, and ${process.execPath} is ${process.version}.`);
  if (!newEnough(versionOf(keptNode()) ?? '0.0')) fetchNode();
  const child = spawn(keptNode(), [script, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, KAIKU_NODE_GUARD: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const code = await new Promise((done) => child.on('exit', (status, signal) => done(status ?? (signal === 'SIGINT' ? 130 : 143))));
  process.exit(code);
}
