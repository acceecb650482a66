// npm as a child: the one that runs us when there is one, else the one on PATH.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Runs npm and waits; its errors go to the terminal. @returns spawnSync's result */
export function npm(args, options = {}) {
  const own = process.env.npm_execpath;
  const env = { ...process.env };
  // Settings of the `npm run` above us would be taken for settings of this one.
  for (const name of ['npm_config_prefix', 'npm_config_local_prefix', 'npm_config_global', 'npm_config_save', 'npm_config_package_lock']) delete env[name];
  const run = { stdio: ['ignore', 'ignore', 2], env, ...options };
  if (own && existsSync(own) && own.endsWith('npm-cli.js')) return spawnSync(process.execPath, [own, ...args], run);
  return spawnSync('npm', args, { ...run, shell: process.platform === 'win32' });
}
