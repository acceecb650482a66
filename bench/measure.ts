import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { CONNECTIONS } from './options';
import type { LoadOrder, LoadResult } from './load';
import { cpuOf, cpuOfCluster, memoryOf, type Running } from './processes';

/** One measurement of one work on one side. */
export interface Sample extends LoadResult {
  /** Requests a second. */
  readonly rate: number;
  /** Milliseconds of processor for one request; null where the system does not tell. */
  readonly serverCpu: number | null;
  readonly databaseCpu: number | null;
  readonly memoryMb: number | null;
}

/** Loads a server from another process: warm-up, then the measurement, with the processor time of server and database beside it. */
export async function measure(server: Running, requests: Pick<LoadOrder, 'method' | 'requests' | 'refused' | 'wanted'>, headers: Readonly<Record<string, string>>, seconds: number, postmaster: number | null): Promise<Sample> {
  const order: LoadOrder = { ...requests, url: server.url, connections: CONNECTIONS, seconds, warmSeconds: Math.max(1, Math.round(seconds / 2)), headers };
  const child = spawn(process.execPath, [join(__dirname, 'load.js')], { stdio: ['pipe', 'pipe', 'pipe'] });
  const cpu = () => [cpuOf(server.pid), cpuOfCluster(postmaster)] as const;
  let before = cpu();
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (said: string) => {
    if (said.startsWith('measuring')) before = cpu();
    else complaint += said;
  });
  const ended = new Promise<string>((done) => child.once('exit', (code, signal) => done(signal ?? `code ${code}`)));
  child.stdin.end(JSON.stringify(order));
  const out = await text(child.stdout);
  const after = cpu();
  if (!out) throw new Error(`the load ended without a result (${await ended}): ${complaint.trim()}`);
  const result = JSON.parse(out) as LoadResult;
  if (result.requests === 0 || result.bad > 0) throw new Error(`${result.bad} of ${result.requests} answers were wrong; the first: ${result.firstBad ?? complaint.trim()}`);
  const each = (i: 0 | 1) => (before[i] === null || after[i] === null ? null : (after[i] - before[i]) / result.requests);
  return { ...result, rate: result.requests / result.seconds, serverCpu: each(0), databaseCpu: each(1), memoryMb: memoryOf(server.pid) };
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};
