import * as ts from 'typescript';
import { z } from 'zod';
import { at, decoratorsOf, isTestCode, nodesOf, type Source } from '../support/sources';
import { Inspection, type Verdict } from '../support/verdict';

interface Declared {
  readonly constant: string;
  readonly name: string;
  readonly where: string;
}

/** `const X = defineEvent('name', …)` and `const X = defineJob({ name: 'name', … })` of all files. */
function declared(sources: readonly Source[], by: 'defineEvent' | 'defineJob'): Declared[] {
  const found: Declared[] = [];
  for (const source of sources.filter((s) => !isTestCode(s.path))) {
    for (const node of nodesOf(source.ast)) {
      if (!ts.isCallExpression(node) || node.expression.getText(source.ast) !== by || !ts.isVariableDeclaration(node.parent)) continue;
      const [first] = node.arguments;
      const name = first && ts.isObjectLiteralExpression(first) ? first.properties.filter(ts.isPropertyAssignment).find((p) => p.name.getText(source.ast) === 'name')?.initializer : first;
      if (name && ts.isStringLiteralLike(name)) found.push({ constant: node.parent.name.getText(source.ast), name: name.text, where: at(source, node) });
    }
  }
  return found;
}

/** Each job has exactly one class that handles it; names of jobs and events are said once. */
export function jobsHaveOneHandler(sources: readonly Source[]): Verdict {
  const seen = new Inspection('jobs-have-one-handler');
  const jobs = declared(sources, 'defineJob');
  const events = declared(sources, 'defineEvent');
  const handled = new Map<string, string[]>();
  for (const source of sources.filter((s) => !isTestCode(s.path))) {
    for (const node of nodesOf(source.ast)) {
      if (!ts.isClassDeclaration(node)) continue;
      const job = decoratorsOf(node).get('Handles')?.arguments[0]?.getText(source.ast);
      if (job) handled.set(job, [...(handled.get(job) ?? []), at(source, node)]);
    }
  }
  for (const job of jobs) {
    const classes = handled.get(job.constant) ?? [];
    seen.expect(classes.length === 1, `${job.where} ${job.name}: ${classes.length} handlers`);
  }
  for (const [constant, classes] of handled) if (!jobs.some((job) => job.constant === constant)) seen.breach(`${classes[0]}: handles ${constant}, which nobody defines`);
  for (const all of [jobs, events]) {
    for (const one of all) {
      const twins = all.filter((other) => other.name === one.name);
      seen.expect(twins[0] === one, `${one.where} ${one.name}: defined twice`);
    }
  }
  return seen.verdict();
}

type Shape = { type?: string | string[]; format?: string; maxLength?: number; pattern?: string; enum?: unknown[]; const?: unknown; properties?: Record<string, Shape>; items?: Shape; anyOf?: Shape[]; allOf?: Shape[]; oneOf?: Shape[]; additionalProperties?: unknown; propertyNames?: Shape };

/** Longest text that is a code or an id, and no sentence, name or address. */
const SHORT = 64;
/** Texts that must be bounded or patterned, or they could carry what a person wrote. */
const isCode = (s: Shape): boolean => s.format === 'uuid' || s.format === 'date-time' || s.pattern !== undefined || (s.maxLength !== undefined && s.maxLength <= SHORT);

function loose(shape: Shape, path: string): string[] {
  if (shape.enum || 'const' in shape) return [];
  const branches = [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])];
  if (branches.length > 0) return branches.flatMap((branch) => loose(branch, path));
  const types = [shape.type ?? 'anything'].flat();
  return types.flatMap((type) => {
    if (['integer', 'number', 'boolean', 'null'].includes(type)) return [];
    if (type === 'string') return isCode(shape) ? [] : [`${path} takes any text`];
    if (type === 'array') return shape.items ? loose(shape.items, `${path}[]`) : [`${path}[] takes anything`];
    if (type === 'object') {
      const open = shape.additionalProperties;
      const rest = typeof open === 'object' && open !== null && Object.keys(open).length > 0 ? loose(open as Shape, `${path}.*`) : open === undefined || open === false ? [] : [`${path} takes unknown keys`];
      return [...Object.entries(shape.properties ?? {}).flatMap(([key, value]) => loose(value, path ? `${path}.${key}` : key)), ...rest];
    }
    return [`${path} takes ${type}`];
  });
}

/** Payloads are ids, numbers and codes: text would carry personal data into the outbox and the queue store. */
export function payloadsCarryIdsOnly(kind: string, definitions: readonly { readonly name: string; readonly schema: z.ZodType }[]): Verdict {
  const seen = new Inspection(`${kind}-carry-ids-only`);
  for (const { name, schema } of definitions) {
    const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
    const faults = loose(shape, '');
    seen.look();
    for (const fault of faults) seen.breach(`${name}: ${fault}`);
  }
  return seen.verdict();
}
