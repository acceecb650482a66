// One jest for everything; `npm test` (scripts/run.mjs) brings the database, the queue store and the right Node.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 9)) {
  process.stderr.write(`The tests need Node 24.9 or newer, and this is ${process.version}: run them with "npm test", which sees to it.\n`);
  process.exit(1);
}
if (!/--experimental-vm-modules/.test(`${process.env.NODE_OPTIONS ?? ''} ${process.execArgv.join(' ')}`)) {
  process.stderr.write('The tests need NODE_OPTIONS=--experimental-vm-modules: run them with "npm test", which sees to it.\n');
  process.exit(1);
}

const rootDir = join(__dirname, '../..');

// The build rewrites @kaiku/* by itself; here jest's own mapping does it, which also knows @kaiku/*/testing.
const { $schema, exclude, ...swcrc } = JSON.parse(readFileSync(join(rootDir, '.swcrc'), 'utf8'));
const { paths, baseUrl, ...jsc } = swcrc.jsc;
const server = { ...swcrc, jsc, swcrc: false, sourceMaps: 'inline' };
const browser = {
  ...server,
  jsc: {
    ...jsc,
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' }, useDefineForClassFields: true },
  },
};

const browserSetup = '<rootDir>/test/support/browser-setup.cjs';

const common = {
  rootDir,
  testEnvironment: 'node',
  transform: { '^.+\\.[cm]?tsx?$': ['@swc/jest', server] },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json'],
  moduleNameMapper: {
    '^@kaiku/testing$': '<rootDir>/libs/testing/src/index.ts',
    '^@kaiku/([^/]+)/testing$': '<rootDir>/libs/$1/src/testing/index.ts',
    '^@kaiku/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.kaiku/'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/', '<rootDir>/.kaiku/'],
};
const withDatabase = { ...common, globalSetup: '<rootDir>/test/support/global-setup.cjs' };

const projects = {
  unit: {
    ...common,
    testMatch: ['<rootDir>/{libs,apps/api,apps/worker,migrations,bench}/**/*.spec.ts', '<rootDir>/scripts/**/*.spec.ts'],
    testPathIgnorePatterns: [...common.testPathIgnorePatterns, '\\.db\\.spec\\.ts$'],
  },
  db: { ...withDatabase, testMatch: ['<rootDir>/{libs,apps/api,apps/worker,migrations}/**/*.db.spec.ts'] },
  architecture: { ...withDatabase, testMatch: ['<rootDir>/test/architecture/**/*.spec.ts'] },
  e2e: { ...withDatabase, testMatch: ['<rootDir>/test/e2e/**/*.e2e-spec.ts'] },
  console: {
    ...common,
    testEnvironment: '<rootDir>/test/support/happy-dom-environment.cjs',
    testMatch: ['<rootDir>/apps/console/**/*.spec.ts', '<rootDir>/apps/console/**/*.spec.tsx'],
    transform: { '^.+\\.[cm]?tsx?$': ['@swc/jest', browser] },
    moduleNameMapper: {
      ...common.moduleNameMapper,
      '\\.css$': '<rootDir>/test/support/css-module.cjs',
      '\\.(svg|png|woff2)(\\?url)?$': '<rootDir>/test/support/asset.cjs',
    },
  },
  browser: { ...common, globalSetup: browserSetup, testMatch: ['<rootDir>/test/browser/**/*.browser-spec.ts'] },
};
// The full failure scenarios take long: only `npm run chaos` runs them.
if (process.env.KAIKU_CHAOS) projects.chaos = { ...withDatabase, testMatch: ['<rootDir>/test/chaos/**/*.chaos-spec.ts'] };
// Not a test: it draws the pictures of docs/images, only for `npm run screenshots`.
if (process.env.KAIKU_TEST_SCREENSHOTS) projects.screenshots = { ...common, globalSetup: browserSetup, testMatch: ['<rootDir>/test/browser/screenshots.ts'] };

module.exports = {
  rootDir,
  maxWorkers: 2,
  // A ceiling, not a measure: build machines are slow and shared.
  testTimeout: 180_000,
  projects: Object.entries(projects).map(([displayName, project]) => ({ displayName, ...project })),
};
