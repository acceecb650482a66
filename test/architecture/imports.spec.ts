import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { importRules } from './rules/imports';
import { ROOT } from './support/sources';
import { expectCaught, expectHeld } from './support/verdict';

/** A small repository with one breach of each rule. */
const BREACHES: Record<string, string> = {
  'libs/kernel/src/index.ts': `export const a = 1; import 'typeorm';`,
  'libs/platform/src/index.ts': `export const p = 1;`,
  'libs/staff/src/index.ts': `export * from './staff.queries';`,
  'libs/staff/src/staff.queries.ts': `export const s = 1; import 'typeorm';`,
  'libs/customers/src/index.ts': `import { s } from '@kaiku/staff'; export const c = s;`,
  'libs/tickets/src/index.ts': `export const t = 1;`,
  'libs/tickets/src/solve.rules.ts': `import '@nestjs/common'; import { p } from '@kaiku/platform'; export const q = p;`,
  'libs/tickets/src/commands/solve-ticket.ts': `import 'typeorm'; import 'bullmq'; import { x } from './a'; export const y = x;`,
  'libs/tickets/src/commands/a.ts': `import { b } from './b'; export const x = b;`,
  'libs/tickets/src/commands/b.ts': `import { x } from './a'; export const b = () => x;`,
  'libs/tickets/src/deep.ts': `import { s } from '../../staff/src/staff.queries'; import { d } from '@kaiku/staff/testing'; export const z = [s, d];`,
  'libs/tickets/src/deep.spec.ts': `import { d } from '@kaiku/staff/testing'; import { k } from '../../../test/support/sink'; export const ok = [d, k];`,
  'libs/tickets/src/sunk.ts': `import { k } from '../../../test/support/sink'; export const l = k;`,
  'test/support/sink.ts': `export const k = 1;`,
  'libs/staff/src/testing/index.ts': `export const d = 1;`,
  'libs/calls/src/index.ts': `import type { U } from '@kaiku/reports'; export type V = U;`,
  'libs/reports/src/index.ts': `export type U = string;`,
  'libs/gadgets/src/index.ts': `export const g = 1;`,
  'apps/api/src/main.ts': `import { g } from '@kaiku/gadgets'; import { w } from '../../worker/src/main'; import { s } from '../../../libs/staff/src/staff.queries'; import './nowhere'; import 'pg'; export const m = [g, w, s];`,
  'apps/worker/src/main.ts': `export const w = 1;`,
};

describe('imports', () => {
  it('go down the ranks, through front doors, without cycles', () => {
    expectHeld(importRules(ROOT, ['libs', 'apps/api', 'apps/worker', 'migrations']));
  });

  it('that break a rule are seen', () => {
    const tree = mkdtempSync(join(tmpdir(), 'kaiku-imports-'));
    try {
      for (const [path, text] of Object.entries(BREACHES)) {
        mkdirSync(dirname(join(tree, path)), { recursive: true });
        writeFileSync(join(tree, path), text);
      }
      const { breaches, ...rest } = importRules(tree, ['libs', 'apps']);
      // Packages are not installed in the small repository, so that each of them is also unresolvable.
      expectCaught(
        { ...rest, breaches: breaches.filter((b) => !/^resolvable: .* → (typeorm|bullmq|pg|@nestjs\/common)$/.test(b)) },
        /^plain-rules: libs\/kernel\/src\/index.ts → typeorm/,
        /^typeorm-in-repositories: libs\/kernel\/src\/index.ts/,
        /^rank-of-customers: libs\/customers\/src\/index.ts → libs\/staff/,
        /^rank-of-calls: libs\/calls\/src\/index.ts → libs\/reports/,
        /^plain-rules: libs\/tickets\/src\/solve.rules.ts → @nestjs/,
        /^plain-rules: libs\/tickets\/src\/solve.rules.ts → libs\/platform/,
        /^typeorm-in-repositories: libs\/tickets\/src\/commands/,
        /^bullmq-in-platform: libs\/tickets\/src\/commands/,
        /^no-cycles: libs\/tickets\/src\/commands\/a.ts/,
        /^front-door: libs\/tickets\/src\/deep.ts → libs\/staff\/src\/staff.queries/,
        /^testing-in-tests-only: libs\/tickets\/src\/deep.ts/,
        /^test-support-in-tests-only: libs\/tickets\/src\/sunk.ts/,
        /^known-library: apps\/api\/src\/main.ts → libs\/gadgets/,
        /^programs-apart: apps\/api\/src\/main.ts/,
        /^front-door-of-programs: apps\/api\/src\/main.ts → libs\/staff/,
        /^postgres-in-platform: apps\/api\/src\/main.ts/,
        /^resolvable: apps\/api\/src\/main.ts → .\/nowhere/,
      );
    } finally {
      rmSync(tree, { recursive: true, force: true });
    }
  });
});
