import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as ts from 'typescript';

export const ROOT = join(__dirname, '../../..');

/** One file of the repository: `path` from its root with forward slashes, and its syntax tree, parsed when asked for. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly ast: ts.SourceFile;
}

/** A file that exists only in a test: what a breach would look like. */
export function planted(path: string, text: string): Source {
  let ast: ts.SourceFile | undefined;
  return {
    path,
    text,
    get ast() {
      return (ast ??= ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS));
    },
  };
}

const SKIPPED = new Set(['node_modules', 'dist', '.kaiku', '.git', 'coverage', 'generated']);

/** Paths of all files below `folder` (from the root of the repository) that satisfy `wanted`. */
export function filesUnder(folder: string, wanted: (path: string) => boolean): string[] {
  const found: string[] = [];
  const walk = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const full = join(directory, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) walk(full);
      } else {
        const path = relative(ROOT, full).replaceAll('\\', '/');
        if (wanted(path)) found.push(path);
      }
    }
  };
  walk(join(ROOT, folder));
  return found.sort();
}

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

let server: Source[] | undefined;
/** Every TypeScript file of the libraries, the two server programs and the migrations, specs included. */
export function serverSources(): readonly Source[] {
  return (server ??= ['libs', 'apps/api', 'apps/worker', 'migrations'].flatMap((folder) => filesUnder(folder, (path) => /(?<!\.d)\.ts$/.test(path))).map((path) => planted(path, read(path))));
}

export const isSpec = (path: string): boolean => /\.(spec|db\.spec|e2e-spec)\.tsx?$/.test(path);
/** Test code: specs, builders, and the library that only tests use. */
export const isTestCode = (path: string): boolean => isSpec(path) || /^libs\/(testing\/|[^/]+\/src\/testing\/)|^test\//.test(path);
/** `tickets` of `libs/tickets/src/…`, else null. */
export const libraryOf = (path: string): string | null => /^libs\/([^/]+)\//.exec(path)?.[1] ?? null;

/** Every node of a tree, parents first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  node.forEachChild((child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

export const lineOf = (source: Source, node: ts.Node): number => source.ast.getLineAndCharacterOfPosition(node.getStart(source.ast)).line + 1;
export const at = (source: Source, node: ts.Node): string => `${source.path}:${lineOf(source, node)}`;

/** Decorators of a class, method or property by name, with their calls. */
export function decoratorsOf(node: ts.Node): ReadonlyMap<string, ts.CallExpression | null> {
  const found = new Map<string, ts.CallExpression | null>();
  for (const decorator of ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []) {
    const { expression } = decorator;
    const call = ts.isCallExpression(expression) ? expression : null;
    found.set((call?.expression ?? expression).getText(), call);
  }
  return found;
}

/** The text of a string or template literal; what stands in `${…}` becomes a space. Null for anything else. */
export function literalText(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(' ');
  return null;
}
