import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { eventually } from './eventually';

/** Waits until a process that was started answers at its health address. What it last wrote is told when it ends or stays silent. */
export async function answering(name: string, child: ChildProcess, log: string, health: string): Promise<void> {
  const gone = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const state = await eventually(name, async () => (gone() ? 'gone' : (await fetch(health)).ok && 'ready')).catch(() => 'silent');
  if (state !== 'ready') throw new Error(`the ${name} is ${state}; it said last: ${readFileSync(log, 'utf8').slice(-2000)}`);
}

/** Lets processes go, and ends those that do not within ten seconds. */
export async function letGo(children: Iterable<ChildProcess>): Promise<void> {
  await Promise.all(
    [...children].map((child) => {
      if (child.exitCode !== null || child.signalCode !== null) return undefined;
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
      return gone.then(() => clearTimeout(force));
    }),
  );
}
