import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scene } from './database';
import { measure } from './measure';
import type { Work } from './options';
import { product } from './sides';
import { productRequests } from './works';

interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number } }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Whose code a frame is: a package, a library of ours, or Node. */
function ownerOf(url: string, name: string): string {
  if (name === '(idle)') return '(idle)';
  if (name.startsWith('(')) return name;
  const found = url.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)?.at(-1);
  if (found) return found.slice('node_modules/'.length);
  const ours = /dist\/((?:libs|apps)\/[^/]+)/.exec(url);
  return ours ? ours[1]! : url === '' ? '(native)' : 'node';
}

/** The share of busy time by owner and by function. */
function digest(profile: CpuProfile): { owners: [string, number][]; functions: [string, number][] } {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  const owners = new Map<string, number>();
  const functions = new Map<string, number>();
  let busy = 0;
  for (const [i, id] of profile.samples.entries()) {
    const frame = nodes.get(id)!;
    const owner = ownerOf(frame.url, frame.functionName);
    if (owner === '(idle)') continue;
    const spent = profile.timeDeltas[i]!;
    busy += spent;
    owners.set(owner, (owners.get(owner) ?? 0) + spent);
    const label = `${frame.functionName || '(anonymous)'} ${frame.url.split('/').slice(-2).join('/')}:${frame.lineNumber + 1}`;
    functions.set(label, (functions.get(label) ?? 0) + spent);
  }
  const shares = (map: Map<string, number>, most: number) => [...map].map(([name, spent]): [string, number] => [name, (spent / busy) * 100]).sort((a, b) => b[1] - a[1]).slice(0, most);
  return { owners: shares(owners, 20), functions: shares(functions, 40) };
}

/** Runs one work against the api under `--cpu-prof` and prints where its processor time goes. The profile includes the start. */
export async function profile(work: Work, scene: Scene, seconds: number, say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kaiku-profile-'));
  try {
    const side = await product(scene, ['--cpu-prof', `--cpu-prof-dir=${folder}`]);
    const sample = await measure(side.server, productRequests(work, scene), side.headers, Math.max(seconds, 15), null).finally(() => side.server.stop());
    say(`${work} under the profiler: ${sample.rate.toFixed(0)}/s, ${sample.bytes} bytes an answer`);
    const file = readdirSync(folder).find((name) => name.endsWith('.cpuprofile'));
    if (!file) throw new Error('the api left no profile');
    const { owners, functions } = digest(JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile);
    const lines = (title: string, list: [string, number][]) => [title, ...list.map(([name, share]) => `${share.toFixed(1).padStart(5)} %  ${name}`), ''];
    process.stdout.write(`${[...lines('By owner, self time:', owners), ...lines('By function, self time:', functions)].join('\n')}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
