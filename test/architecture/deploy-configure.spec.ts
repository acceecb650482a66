import { askedFor, composeText } from '../deploy/compose';
import { schemaEntries } from '../deploy/config-names';
import { filesUnder, read } from './support/sources';

interface Row {
  readonly name: string;
  readonly meaning: string;
  readonly standard: string;
  readonly example: string;
}

const page = read('docs/configure.md');
/** Rows of the tables between two headings. */
const rows = (from: string, to?: string): Row[] =>
  page.slice(page.indexOf(`## ${from}`), to === undefined ? undefined : page.indexOf(`## ${to}`)).split('\n').flatMap((line) => {
    const cells = /^\| `([A-Z_]+)` \| (.+) \| (.+) \| (.+) \|$/.exec(line);
    return cells ? [{ name: cells[1]!, meaning: cells[2]!, standard: cells[3]!, example: cells[4]! }] : [];
  });
const names = (of: readonly Row[]): string[] => of.map((row) => row.name).sort();
const programs = rows('Where things are', 'Only for the commands');
const commands = rows('Only for the commands', 'Only for Docker Compose');
const containers = rows('Only for Docker Compose');
const schema = schemaEntries();

describe('docs/configure.md', () => {
  it('names every variable of the programs, and none besides', () => {
    process.stderr.write(`settings documented: checked ${programs.length}\n`);
    expect(names(programs)).toEqual([...schema.keys()].sort());
  });

  it('names those of the commands', () => {
    const own = /^KAIKU_(TEST_|BENCH_|NODE_GUARD$|CHAOS$|API$)/;
    const scripts = filesUnder('scripts', (path) => path.endsWith('.mjs')).map(read).join('\n');
    const used = new Set([...scripts.matchAll(/\bKAIKU_[A-Z_]*[A-Z]\b/g)].map(([name]) => name).filter((name) => !own.test(name) && !schema.has(name)));
    expect(names(commands)).toEqual([...used].sort());
  });

  it('names those of Compose', () => {
    expect(names(containers)).toEqual(askedFor(composeText()).filter((name) => !schema.has(name)));
  });

  it.each(programs.map((row) => [row.name, row] as const))('%s: the default that is said is the one in the code', (name, { standard }) => {
    const code = schema.get(name)!;
    const said = /^`(.+)`$/.exec(standard)?.[1];
    const inCode = [...code.matchAll(/\b(?:port|flag|seconds|default)\(('[^']*'|\d+)\)/g)].map((m) => m[1]!.replaceAll(`'`, '')).filter(Boolean);
    if (said !== undefined) expect(inCode).toContain(said);
    else if (standard.startsWith('must be set')) expect(code).not.toMatch(/default|optional|port\(|flag\(|seconds\(/);
    else expect(/\.optional\(\)|\.default\(''\)/.test(code) && standard.startsWith('not set')).toBe(true);
  });

  it('explains each in words, with an example', () => {
    for (const row of [...programs, ...commands, ...containers]) expect(row.meaning.length > 15 && row.example.length > 2).toBe(true);
  });
});
