import { execSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import type { Scene } from './database';
import { rowOf, type Probe } from './deadline-engine';
import type { Lateness } from './reminders';
import { GOALS, WORDS } from './goals';
import { median, type Sample } from './measure';
import { CONNECTIONS, type Options, type Work } from './options';
import type { Samples } from './run';

const ROOT = join(__dirname, '..', '..');
const BEGIN = '<!-- bench: written by npm run bench -->';
const END = '<!-- bench: end -->';

interface Row {
  readonly name: Work;
  /** Of the desk, in `unit`. */
  readonly value: number;
  readonly unit: 'req/s';
  /** What does the same on the bare side, in `unit`. */
  readonly yardstick: number;
  readonly ratio: number;
  readonly goal: number;
  readonly met: boolean;
}
export interface Setting {
  readonly options: Options;
  readonly scene: Scene;
  readonly postgres: string;
  readonly starts: readonly number[];
  readonly probes: readonly Probe[];
  readonly lateness: readonly Lateness[];
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
const versionOf = (name: string): string => (JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
const of = (samples: readonly Sample[], what: (sample: Sample) => number | null): number | null => {
  const values = samples.map(what).filter((v) => v !== null);
  return values.length > 0 ? median(values) : null;
};

function machine(): Readonly<Record<string, string | number>> {
  const all = cpus();
  return { processor: all[0]?.model.trim() ?? 'unknown', cores: all.length, memoryGiB: Math.round(totalmem() / 2 ** 30), system: `${type()} ${release()}` };
}

function versions(postgres: string): Readonly<Record<string, string>> {
  const commit = (() => {
    try {
      return execSync('git rev-parse --short HEAD', { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      return 'unknown';
    }
  })();
  const libraries = ['@nestjs/core', '@apollo/server', 'graphql', 'graphql-jit', 'typeorm', 'pg', 'autocannon', 'temporal-polyfill'];
  return { commit, node: process.versions.node, postgres, ...Object.fromEntries(libraries.map((name) => [name, versionOf(name)])) };
}

/** Medians over the rounds: the ratio of each round's own pair, since the machine is never the same twice. */
function rowsOf(samples: Samples, works: readonly Work[]): Row[] {
  return works.map((name) => {
    const [mine, bare] = [samples.product[name], samples.bare[name]];
    const ratio = round(median(mine.map((sample, i) => sample.rate / bare[i]!.rate)), 3);
    return { name, value: round(median(mine.map((s) => s.rate)), 1), unit: 'req/s', yardstick: round(median(bare.map((s) => s.rate)), 1), ratio, goal: GOALS[name], met: ratio >= GOALS[name] };
  });
}

function table(rows: readonly Row[], samples: Samples, { options, scene, starts, postgres, probes, lateness }: Setting): string {
  const cpu = (list: readonly Sample[]) => {
    const [server, database] = [of(list, (s) => s.serverCpu), of(list, (s) => s.databaseCpu)];
    return server === null || database === null ? '–' : `${server.toFixed(2)} + ${database.toFixed(2)}`;
  };
  const times = (list: readonly Sample[]) => `${median(list.map((s) => s.p50))} / ${median(list.map((s) => s.p99))}`;
  const lines = rows.map((row) => {
    const [mine, bare] = [samples.product[row.name], samples.bare[row.name]];
    const each = mine.map((sample, i) => sample.rate / bare[i]!.rate);
    const spread = each.length > 1 ? ` (${Math.min(...each).toFixed(2)}–${Math.max(...each).toFixed(2)})` : '';
    return `| ${WORDS[row.name]} | ${row.value.toFixed(0)} | ${row.yardstick.toFixed(0)} | **${row.ratio.toFixed(2)}**${spread} | ${row.goal.toFixed(2)} | ${row.met ? 'yes' : '**no**'} | ${times(mine)} (${times(bare)}) | ${cpu(mine)} (${cpu(bare)}) |`;
  });
  const m = machine();
  const v = versions(postgres);
  const memory = of(Object.values(samples.product).flat(), (s) => s.memoryMb);
  return [
    `Measured with ${scene.tickets.toLocaleString('en')} tickets and ${scene.entries.toLocaleString('en')} entries, ${CONNECTIONS} connections, ${options.rounds} rounds of ${options.seconds} s in turn, medians. In brackets the yardstick.`,
    '',
    '| Work | Kaiku, req/s | yardstick, req/s | ratio | at least | met | p50 / p99 ms | server + database CPU, ms |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
    '',
    ...probeTable(probes),
    ...lateness.map((l) => `${l.words}: p50 ${l.p50} s, p99 ${l.p99} s (aim ${l.aim}), at most ${l.worst} s after their time.`),
    ...(lateness.length > 0 ? [''] : []),
    `Beside them: start to ready ${(median(starts) / 1000).toFixed(1)} s${memory === null ? '' : `, memory of the api under load ${memory} MB`}.`,
    '',
    `Machine: ${m.processor}, ${m.cores} cores, ${m.memoryGiB} GiB, ${m.system}; the load runs on the same cores. Versions: ${Object.entries(v).map(([name, version]) => `${name} ${version}`).join(', ')}.`,
  ].join('\n');
}

/** What is measured beside the works; nothing when it was not asked for. */
function probeTable(probes: readonly Probe[]): string[] {
  if (probes.length === 0) return [];
  const lines = probes.map((probe) => {
    const row = rowOf(probe);
    return `| ${probe.words} | ${row.value.toLocaleString('en')} ${row.unit} | ${row.yardstick.toLocaleString('en')} ${row.unit} | **${row.ratio}** | ${row.goal} | ${row.met ? 'yes' : '**no**'} |`;
  });
  return ['| Deadlines | Kaiku | yardstick | ratio | at least | met |', '|---|---|---|---|---|---|', ...lines].concat('');
}

/** Prints the table; writes docs/performance.json and the table's place in docs/performance.md. */
export function publish(samples: Samples, setting: Setting): void {
  const rows = rowsOf(samples, setting.options.works);
  const text = table(rows, samples, setting);
  process.stdout.write(`${text}\n`);
  const probed = setting.probes.map(rowOf);
  for (const row of probed) if (!row.met) process.stdout.write(`Missed: ${row.name}, ${row.ratio} of at least ${row.goal}.\n`);
  for (const row of rows) if (!row.met) process.stdout.write(`Missed: ${row.name}, ${row.ratio.toFixed(2)} of at least ${row.goal.toFixed(2)}. Where its time goes: npm run bench -- --profile ${row.name}\n`);
  if (!setting.options.write) return;
  writeFileSync(join(ROOT, 'docs/performance.json'), `${JSON.stringify({ machine: machine(), versions: versions(setting.postgres), rows: [...rows, ...probed], reminders: setting.lateness }, null, 2)}\n`);
  const page = join(ROOT, 'docs/performance.md');
  const before = existsSync(page) ? readFileSync(page, 'utf8') : `# Performance\n\n${BEGIN}\n${END}\n`;
  const [from, to] = [before.indexOf(BEGIN), before.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has lost its marks ${BEGIN} and ${END}`);
  writeFileSync(page, `${before.slice(0, from)}${BEGIN}\n${text}\n${before.slice(to)}`);
}
