// Who may import whom. Checked by test/architecture/imports.spec.ts, and by editors that know dependency-cruiser.

/** A library imports from lower ranks only; libraries of one rank are strangers. */
const RANKS = [['kernel'], ['platform'], ['staff', 'customers'], ['deadlines'], ['tickets'], ['conversations', 'complaints', 'calls', 'surveys'], ['notifications', 'reports', 'privacy']];

const TEST_CODE = '\\.spec\\.ts$|^libs/testing/|^libs/[^/]+/src/testing/';
const either = (names) => names.join('|');

const ranks = RANKS.flatMap((libraries, rank) =>
  libraries.map((library) => {
    const lower = RANKS.slice(0, rank).flat();
    return {
      name: `rank-of-${library}`,
      comment: `${library} (rank ${rank}) imports only from lower ranks; needing to go up means publishing an event or implementing a port`,
      severity: 'error',
      from: { path: `^libs/${library}/` },
      to: { path: '^(libs|apps|bench|migrations)/', pathNot: `^libs/(${either([library, ...lower, 'testing'])})/` },
    };
  }),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', comment: 'two files that need each other are one file, or need a third', from: {}, to: { circular: true } },
    ...ranks,
    {
      name: 'known-library',
      severity: 'error',
      comment: 'a new library gets a rank in .dependency-cruiser.cjs first',
      from: {},
      to: { path: '^libs/', pathNot: `^libs/(${either([...RANKS.flat(), 'testing'])})/` },
    },
    { name: 'programs-apart', severity: 'error', comment: 'api, worker and console are separate programs', from: { path: '^apps/([^/]+)/' }, to: { path: '^apps/', pathNot: '^apps/$1/' } },
    { name: 'rank-of-testing', severity: 'error', comment: 'the testing library knows only kernel and platform', from: { path: '^libs/testing/' }, to: { path: '^(libs|apps)/', pathNot: '^libs/(testing|kernel|platform)/' } },
    { name: 'testing-in-tests-only', severity: 'error', comment: 'test code never ships', from: { path: '^(libs|apps)/', pathNot: TEST_CODE }, to: { path: '^libs/testing/|^libs/[^/]+/src/testing/' } },
    { name: 'test-support-in-tests-only', severity: 'error', comment: 'test code never ships', from: { path: '^(libs|apps|migrations)/', pathNot: TEST_CODE }, to: { path: '^test/' } },
    {
      name: 'front-door',
      severity: 'error',
      comment: 'enter a library by @kaiku/x, in tests also by @kaiku/x/testing',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/([^/]+)/', pathNot: '^libs/$1/|^libs/[^/]+/src/(testing/)?index\\.ts$' },
    },
    { name: 'front-door-of-programs', severity: 'error', comment: 'the programs, too, enter by @kaiku/x', from: { path: '^(apps|migrations)/' }, to: { path: '^libs/', pathNot: '^libs/[^/]+/src/(testing/)?index\\.ts$' } },
    {
      name: 'plain-rules',
      severity: 'error',
      comment: 'rules, the kernel and the engine of deadlines are plain TypeScript: values in, values out',
      from: { path: '^libs/kernel/|^libs/deadlines/src/engine/|\\.rules\\.ts$' },
      to: { path: '(^|node_modules/)(@nestjs|typeorm|bullmq|pg|fastify)(/|$)|^libs/platform/' },
    },
    {
      name: 'typeorm-in-repositories',
      severity: 'error',
      comment: 'TypeORM is for repositories, queries and entity declarations; Nest\'s part of it for module files',
      from: { path: '^(libs|apps)/', pathNot: '^libs/platform/|^libs/testing/|\\.(repository|queries|entity)\\.ts$|\\.spec\\.ts$' },
      to: { path: '(^|node_modules/)typeorm(/|$)' },
    },
    { name: 'nest-typeorm-in-modules', severity: 'error', comment: 'entities are registered in module files', from: { path: '^(libs|apps)/', pathNot: '^libs/platform/|\\.module\\.ts$' }, to: { path: '(^|node_modules/)@nestjs/typeorm(/|$)' } },
    { name: 'postgres-in-platform', severity: 'error', comment: 'connections belong to the platform', from: { path: '^(libs|apps)/', pathNot: '^libs/(platform|testing)/|\\.spec\\.ts$' }, to: { path: '(^|node_modules/)pg(/|$)', dependencyTypesNot: ['type-only'] } },
    { name: 'bullmq-in-platform', severity: 'error', comment: 'one file knows the queue store', from: { path: '^(libs|apps)/', pathNot: '^libs/platform/src/jobs/' }, to: { path: '(^|node_modules/)(bullmq|ioredis)(/|$)' } },
    { name: 'resolvable', severity: 'error', comment: 'what is imported exists', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'] },
  },
};
// Not enumerable: the tool refuses keys that it does not know.
Object.defineProperty(module.exports, 'RANKS', { value: RANKS });
