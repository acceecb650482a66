import * as ts from 'typescript';
import { at, isSpec, isTestCode, nodesOf, type Source } from '../support/sources';
import { Inspection, type Verdict } from '../support/verdict';

const MOST_LINES = 300;
/** Lists of messages or of generated code are as long as they are. */
const LISTS = /\/locales\/|\/generated\/|\.json$|(^|\/)schema\.(graphql|sql)$/;

/** A file is read in one sitting. */
export function filesAreShort(files: readonly { readonly path: string; readonly text: string }[]): Verdict {
  const seen = new Inspection('files-are-short');
  for (const { path, text } of files.filter((f) => !LISTS.test(f.path))) {
    const lines = text.trimEnd().split('\n').length;
    seen.expect(lines <= MOST_LINES, `${path}: ${lines} lines; split it by meaning`);
  }
  return seen.verdict();
}

const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();
const exported = (node: ts.Node): boolean => ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((m) => m.kind === ts.SyntaxKind.ExportKeyword);
const exportedClasses = (source: Source): ts.ClassDeclaration[] => source.ast.statements.filter(ts.isClassDeclaration).filter(exported);

/** `commands/solve-ticket.ts` exports `SolveTicket` with `run(actor: Actor, …)`, and no other class. */
export function commandsAreNamedForWhatTheyDo(sources: readonly Source[]): Verdict {
  const seen = new Inspection('commands-are-named-for-what-they-do');
  for (const source of sources.filter((s) => /^libs\/[^/]+\/src\/(?:.*\/)?commands\/[^/]+\.ts$/.test(s.path) && !isTestCode(s.path))) {
    const file = source.path.split('/').at(-1)!.replace(/\.ts$/, '');
    const classes = exportedClasses(source);
    // What several commands share, a schema or a step, stands beside them and is no class.
    if (classes.length === 0) continue;
    const command = classes.find((c) => c.name && kebab(c.name.text) === file);
    seen.expect(command !== undefined, `${source.path}: exports no class of its own name`);
    for (const other of classes) if (other !== command) seen.breach(`${at(source, other)}: ${other.name?.text} is a second class`);
    if (!command) continue;
    const run = command.members.filter(ts.isMethodDeclaration).find((m) => m.name.getText(source.ast) === 'run');
    const first = run?.parameters[0];
    if (!run) seen.breach(`${source.path}: ${command.name!.text} has no run`);
    else if (!first?.type || !/^(Staff|System|Public)?Actor$/.test(first.type.getText(source.ast))) seen.breach(`${source.path}: run does not take the actor first`);
  }
  return seen.verdict();
}

const KINDS: readonly (readonly [file: RegExp, symbol: RegExp])[] = [
  [/\.entity\.ts$/, /Entity$/], [/\.model\.ts$/, /Model$/], [/\.repository\.ts$/, /Repository$/], [/\.queries\.ts$/, /Queries$/], [/\.module\.ts$/, /Module$/], [/\.resolver\.ts$/, /Resolver$/], [/\.controller\.ts$/, /Controller$/],
];

/** The end of a file's name says what kind of class is in it, and the class says so too. */
export function classesSayTheirKind(sources: readonly Source[]): Verdict {
  const seen = new Inspection('classes-say-their-kind');
  for (const source of sources.filter((s) => /^(libs|apps)\//.test(s.path) && !isTestCode(s.path))) {
    const kind = KINDS.find(([file]) => file.test(source.path));
    if (!kind) continue;
    for (const one of exportedClasses(source)) seen.expect(kind[1].test(one.name?.text ?? ''), `${at(source, one)}: ${one.name?.text} does not end like ${kind[1].source}`);
  }
  return seen.verdict();
}

const OUTPUT = /^console\.|^process\.(stdout|stderr)\.write$/;

/** The environment is read in one place; output goes through the logger; the compiler is never told to look away. */
export function noBackDoors(sources: readonly Source[]): Verdict {
  const seen = new Inspection('no-back-doors');
  for (const source of sources) {
    seen.look();
    const testing = isTestCode(source.path);
    for (const comment of source.text.matchAll(/(?:\/\/|\/\*)\s*(@ts-(?:ignore|nocheck|expect-error)|TODO|FIXME|XXX)\b/g)) seen.breach(`${source.path}: ${comment[1]}`);
    for (const node of nodesOf(source.ast)) {
      if (ts.isAsExpression(node) && node.type.kind === ts.SyntaxKind.AnyKeyword) seen.breach(`${at(source, node)}: as any`);
      if (ts.isPropertyAccessExpression(node) && node.getText(source.ast) === 'process.env' && !testing && !source.path.startsWith('libs/platform/src/config/')) seen.breach(`${at(source, node)}: process.env outside platform/config`);
      if (ts.isCallExpression(node) && !testing && OUTPUT.test(node.expression.getText(source.ast)) && !/^apps\/[^/]+\/src\/[^/]+\.ts$/.test(source.path)) seen.breach(`${at(source, node)}: ${node.expression.getText(source.ast)} instead of the logger`);
      if (isSpec(source.path) && ts.isPropertyAccessExpression(node) && /^(describe|it|test)\.(only|skip|todo)$/.test(node.getText(source.ast))) seen.breach(`${at(source, node)}: ${node.getText(source.ast)}`);
      if (isSpec(source.path) && ts.isCallExpression(node) && /^jest\.(mock|spyOn|doMock)$/.test(node.expression.getText(source.ast)) && /^['"](@kaiku\/|\.)/.test(node.arguments[0]?.getText(source.ast) ?? '')) seen.breach(`${at(source, node)}: a mock of our own code`);
    }
  }
  return seen.verdict();
}
