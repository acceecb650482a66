import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import type { Verdict } from '../support/verdict';
import { ROOT } from '../support/sources';

/** The ranks, as the file says that editors read too. */
export const { RANKS }: { RANKS: readonly (readonly string[])[] } = require(join(ROOT, '.dependency-cruiser.cjs'));

/** Rank of a library; the programs stand above all. */
export const rankOf = (library: string): number => {
  const rank = RANKS.findIndex((libraries) => libraries.includes(library));
  return rank < 0 ? RANKS.length : rank;
};

/** The tool's resolver does not know a `*` in the middle (`@kaiku/*\/testing`): each library is named instead. */
function explicitPaths(tree: string, folder: string): string {
  const libraries = readdirSync(join(tree, 'libs'));
  const paths = Object.fromEntries(
    libraries.flatMap((library) => [
      [`@kaiku/${library}`, [join(tree, 'libs', library, 'src/index.ts')]],
      [`@kaiku/${library}/testing`, [join(tree, 'libs', library, 'src/testing/index.ts')]],
    ]),
  );
  const file = join(folder, 'tsconfig.json');
  writeFileSync(file, JSON.stringify({ compilerOptions: { target: 'ES2023', module: 'CommonJS', moduleResolution: 'Bundler', ignoreDeprecations: '6.0', experimentalDecorators: true, paths }, files: [join(tree, 'libs/kernel/src/index.ts')] }));
  return file;
}

/**
 * The import rules over the folders of a tree that is laid out like this repository. In a process of its own: the tool is
 * an ES module that looks only for `import`.
 */
export function importRules(tree: string, folders: readonly string[]): Verdict {
  const temporary = mkdtempSync(join(tmpdir(), 'kaiku-paths-'));
  try {
    const tool = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const out = execFileSync(
      process.execPath,
      [tool, '--config', join(ROOT, '.dependency-cruiser.cjs'), '--ts-config', explicitPaths(tree, temporary), '--output-type', 'json', ...folders],
      { cwd: tree, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const { summary } = JSON.parse(out) as ICruiseResult;
    const through = (cycle: readonly { name: string }[] | undefined) => (cycle ? ` (${cycle.map((step) => step.name).join(' → ')})` : '');
    return {
      rule: 'import-rules',
      checked: summary.totalDependenciesCruised ?? 0,
      breaches: summary.violations.map((v) => `${v.rule.name}: ${v.from} → ${v.to}${through(v.cycle)}`),
    };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
