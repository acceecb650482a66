import { overCost, overLimit } from '../../libs/platform/src/graphql/document-limits';
import { getNamedType, isCompositeType, isInputObjectType, isLeafType, isObjectType, isRequiredArgument, isUnionType, Kind, parse, print, type GraphQLField, type GraphQLInputType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';

/** Rows of a page that is asked for by a variable: more than this world has. */
export const PAGE = 10;

/** How many levels of edges one document reads. */
const DEPTH = 5;

/** What is written between the parentheses of an edge that takes arguments. */
export type EdgeArguments = Readonly<Record<string, string>>;

export interface RootField {
  /** `Query.ticket` */
  readonly key: string;
  readonly operation: 'query' | 'mutation' | 'subscription';
  readonly field: GraphQLField<unknown, unknown>;
}

/** Every operation of the schema. */
export function rootFields(schema: GraphQLSchema): RootField[] {
  const roots = [['query', schema.getQueryType()], ['mutation', schema.getMutationType()], ['subscription', schema.getSubscriptionType()]] as const;
  return roots.flatMap(([operation, type]) => Object.values(type?.getFields() ?? {}).map((field) => ({ key: `${type!.name}.${field.name}`, operation, field })));
}

/** Paths into the arguments that name a thing: `id`, `input.ticketId`, `input.attachmentIds`, `filter.teamIds`. */
export function idPaths(field: GraphQLField<unknown, unknown>): string[] {
  const inside = (type: GraphQLInputType, path: string): string[] => {
    const named = getNamedType(type);
    if (named.name === 'ID') return [path];
    return isInputObjectType(named) ? Object.values(named.getFields()).flatMap((f) => inside(f.type, `${path}.${f.name}`)) : [];
  };
  return field.args.flatMap((arg) => inside(arg.type, arg.name));
}

/** Edges anywhere in the schema that take an id: a second way to a thing, which needs the check of the first. */
export function edgesWithIds(schema: GraphQLSchema): string[] {
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].map((t) => t?.name));
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !roots.has(type.name) && !type.name.startsWith('__'))
    .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()).filter((f) => idPaths(f).length > 0).map((f) => `${type.name}.${f.name}`) : []));
}

/** What all refusals have, under names that no other member of a union can have. */
const PROBLEM = '... on Problem { problem_code: code problem_message: message problem_params: params }';
const COMMON = new Set(['code', 'message', 'params']);

class Selection {
  constructor(private readonly edges: EdgeArguments) {}

  /** `{ … }` of a type: through `path` first, one edge after another, and from its end everything to `depth` levels. */
  of(type: GraphQLNamedType, path: readonly string[], depth: number, seen: readonly string[] = []): string {
    if (isUnionType(type)) return `{ __typename ${PROBLEM} ${type.getTypes().map((member) => `... on ${member.name} ${this.of(member, isProblem(member) ? [] : path, isProblem(member) && path.length > 0 ? 0 : depth, seen)}`).join(' ')} }`;
    if (!isObjectType(type)) return '{ __typename }';
    const wrapper = isWrapper(type);
    const met = wrapper ? seen : [...seen, type.name];
    const parts = ['__typename'];
    for (const field of Object.values(type.getFields())) {
      if (!this.callable(type, field)) continue;
      const given = this.edges[`${type.name}.${field.name}`];
      if (isProblem(type) && COMMON.has(field.name)) continue;
      const call = `${field.name}${given ? `(${given})` : ''}`;
      const target = getNamedType(field.type);
      if (isLeafType(target)) parts.push(call);
      else if (wrapper) parts.push(`${call} ${this.of(target, path, depth, met)}`);
      else if (path.length > 0 ? path[0] === field.name : depth > 0 && again(met, target)) parts.push(`${call} ${this.of(target, path.slice(1), path.length > 0 ? depth : depth - 1, met)}`);
    }
    return `{ ${parts.join(' ')} }`;
  }

  /** Names of the edges at the end of a path, through unions and connections; those already walked twice are left out. */
  onward(type: GraphQLNamedType, path: readonly string[], seen: readonly string[] = []): string[] {
    if (isUnionType(type)) return [...new Set(type.getTypes().filter((member) => !isProblem(member)).flatMap((member) => this.onward(member, path, seen)))];
    if (!isObjectType(type)) return [];
    if (isWrapper(type)) return this.onward(getNamedType(type.getFields().nodes!.type), path, seen);
    const met = [...seen, type.name];
    const step = path[0] === undefined ? undefined : type.getFields()[path[0]];
    if (path.length > 0) return step ? this.onward(getNamedType(step.type), path.slice(1), met) : [];
    return Object.values(type.getFields()).filter((f) => isCompositeType(getNamedType(f.type)) && this.callable(type, f) && again(met, getNamedType(f.type))).map((f) => f.name);
  }

  private callable(type: GraphQLNamedType, field: GraphQLField<unknown, unknown>): boolean {
    return !field.args.some(isRequiredArgument) || this.edges[`${type.name}.${field.name}`] !== undefined;
  }
}

const isProblem = (type: GraphQLNamedType): boolean => isObjectType(type) && type.getInterfaces().some((i) => i.name === 'Problem');
const isWrapper = (type: GraphQLNamedType): boolean => isObjectType(type) && type.name.endsWith('Connection');
/** A type may be met twice on one way: a ticket's customer's tickets are the edge that leaks. */
const again = (met: readonly string[], target: GraphQLNamedType): boolean => met.filter((name) => name === target.name).length < 2;

/**
 * Documents that together read all that one operation can reach, each within the limits of the desk: one for everything where
 * that fits, else one for each edge, and so on along the edges. Arguments are variables of their own names.
 * @param given names of the arguments that will be passed
 */
export function documentsFor({ operation, field, key }: RootField, edges: EdgeArguments, given: ReadonlySet<string>): string[] {
  const selection = new Selection(edges);
  const type = getNamedType(field.type);
  const args = field.args.filter((arg) => given.has(arg.name));
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const head = `${operation} Matrix_${key.replace('.', '_')}${declared ? `(${declared})` : ''} { ${field.name}${passed ? `(${passed})` : ''}`;
  const write = (path: readonly string[], depth: number): string => print(parse(`${head} ${isLeafType(type) ? '' : selection.of(type, path, depth)} }`));
  const deep = (path: readonly string[]): string[] => {
    const left = DEPTH - path.length;
    const whole = write(path, left);
    if (fits(whole)) return [whole];
    return selection.onward(type, path).slice(0, left > 0 ? undefined : 0).flatMap((edge) => deep([...path, edge]));
  };
  const near = [2, 1, 0].map((depth) => write([], depth)).find(fits) ?? write([], 0);
  if (operation !== 'query' || isLeafType(type)) return [near];
  return [...new Set([near, ...deep([])])];
}

const NOTHING_KNOWN: ReadonlySet<string> = new Set();

function fits(text: string): boolean {
  const document = parse(text);
  const [operation] = document.definitions;
  return overLimit(document, NOTHING_KNOWN) === null && !(operation?.kind === Kind.OPERATION_DEFINITION && overCost(document, operation, { first: PAGE }, NOTHING_KNOWN));
}
