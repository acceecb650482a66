// `npm run dev`: the desk, rebuilt and started again when a source changes; the console from Vite.
import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { freePort, portFrom } from './ports.mjs';
import { root } from './paths.mjs';
import { runProgram } from './programs.mjs';
import { say } from './say.mjs';
import { desk } from './start.mjs';

const SETTLE_MS = 150;

/** Rebuilds and restarts after changes, one round at a time. */
function rebuildOn({ processes, env }) {
  let timer;
  let running = Promise.resolve();
  const round = async () => {
    try {
      await build(['server']);
      runProgram('migrate', env);
      for (const one of processes) await one.restart();
      say('Running the new code.');
    } catch (error) {
      say(error.message);
    }
  };
  const watchers = ['apps/api', 'apps/worker', 'libs', 'migrations']
    .filter((folder) => existsSync(join(root, folder)))
    .map((folder) => watch(join(root, folder), { recursive: true }, (_, name) => {
      if (!name || /\.spec\.ts$|schema\.graphql$/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => (running = running.then(round)), SETTLE_MS);
    }));
  return () => watchers.forEach((one) => one.close());
}

async function vite(api) {
  const port = portFrom('KAIKU_VITE_PORT', 5173) || (await freePort());
  const child = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), '--config', 'apps/console/vite.config.ts', '--port', String(port), '--strictPort', '--clearScreen', 'false'], {
    cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, KAIKU_API: api },
  });
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill('SIGTERM') };
}

export const run = () =>
  desk({
    parts: ['server'],
    more: async (running) => {
      running.stops.push(rebuildOn(running));
      const front = await vite(running.url);
      running.stops.push(front.stop);
      return front.url;
    },
  });
