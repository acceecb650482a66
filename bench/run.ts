// `npm run bench`: the desk beside the barest thing that could do the same, on the same rows, in the same minutes.
import { cpus, loadavg } from 'node:os';
import { cluster, deskEnvironment, empty, prepare, settle, superuser, type Scene } from './database';
import { deadlineEngine, rowOf, type Probe } from './deadline-engine';
import { measure, type Sample } from './measure';
import { optionsFrom, type Options, type Work } from './options';
import { profile } from './profile';
import { reminders, type Lateness } from './reminders';
import { publish } from './report';
import { retarget } from './retarget';
import { product, yardstick, type Side } from './sides';
import { bareRequests, productRequests } from './works';

export type SideName = 'product' | 'bare';
export type Samples = Readonly<Record<SideName, Record<Work, Sample[]>>>;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** What else runs here falls on both sides, but not evenly: the desk is two busy processes, the yardstick many small ones. */
function warnOfCompany(): void {
  const [load = 0] = loadavg();
  if (load > cpus().length / 2) say(`This machine is busy (load ${load.toFixed(1)}): figures taken now are not worth keeping. Run it again when nothing else does.`);
}
const shown = (sample: Sample): string => {
  const cpu = sample.serverCpu === null || sample.databaseCpu === null ? '' : `, CPU ${sample.serverCpu.toFixed(2)} + ${sample.databaseCpu.toFixed(2)} ms`;
  return `${sample.rate.toFixed(0)}/s, p50 ${sample.p50} ms, p99 ${sample.p99} ms${cpu}`;
};

/** Both sides started anew, each work measured on one and then on the other; which is first changes from round to round. */
async function round(n: number, scene: Scene, options: Options, postmaster: number | null, samples: Samples, starts: number[]): Promise<void> {
  const sides: Record<SideName, Side> = { bare: await yardstick(scene), product: await product(scene) };
  starts.push(sides.product.server.startMs);
  try {
    for (const work of options.works) {
      const order: SideName[] = n % 2 === 0 ? ['bare', 'product'] : ['product', 'bare'];
      for (const name of order) {
        const { server, headers } = sides[name];
        const requests = name === 'product' ? productRequests(work, scene) : bareRequests(work, scene);
        const sample = await measure(server, requests, headers, options.seconds, postmaster);
        samples[name][work].push(sample);
        say(`round ${n + 1}, ${work}, ${name === 'bare' ? 'yardstick' : 'Kaiku'}: ${shown(sample)}`);
      }
    }
  } finally {
    await Promise.all([sides.product.server.stop(), sides.bare.server.stop()]);
  }
}

async function main(): Promise<void> {
  const options = optionsFrom(process.argv.slice(2));
  const given = process.env.KAIKU_BENCH_DATABASE_URL;
  if (!given) throw new Error('KAIKU_BENCH_DATABASE_URL is missing: start this with npm run bench');
  const server = superuser(given);
  warnOfCompany();
  const probes: Probe[] = options.probes.includes('deadline-engine') ? [deadlineEngine(options.rounds)] : [];
  const lateness: Lateness[] = [];
  if (options.probes.some((name) => name !== 'deadline-engine')) {
    const url = await empty(server);
    const env = { ...deskEnvironment(url), PORT: '0', KAIKU_METRICS_PORT: '0', KAIKU_SMTP_PORT: 'off' };
    if (options.probes.includes('retarget')) probes.push(...(await retarget(url, env, 100_000, options.rounds)));
    if (options.probes.includes('reminders')) lateness.push(...(await reminders(url, env, 10_000)));
  }
  for (const one of lateness) say(`${one.name}: ${one.words}: p50 ${one.p50} s, p99 ${one.p99} s, at most ${one.worst} s`);
  for (const row of probes.map(rowOf)) say(`${row.name}: ${row.value.toLocaleString('en')} ${row.unit}, yardstick ${row.yardstick.toLocaleString('en')}, ratio ${row.ratio} of at least ${row.goal}`);
  if (options.works.length === 0 && options.profile === null) return;
  const { postmaster, version } = await cluster(server);
  const scene = await prepare(server, options.tickets, say);
  if (options.profile) return profile(options.profile, scene, options.seconds, say);
  const none = (): Record<Work, Sample[]> => ({ 'queue-page': [], 'ticket-page': [], 'create-ticket': [], reply: [] });
  const samples: Samples = { product: none(), bare: none() };
  const starts: number[] = [];
  for (let n = 0; n < options.rounds; n++) {
    await settle(scene.url);
    await round(n, scene, options, postmaster, samples, starts);
  }
  publish(samples, { options, scene, postgres: version, starts, probes, lateness });
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
