import { getNamedType, isCompositeType, isInputObjectType, isLeafType, isListType, isNonNullType, isObjectType, isRequiredArgument, isUnionType, Lexer, print, parse, Source, TokenKind, type GraphQLField, type GraphQLInputType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';

/** How many levels of edges one document reads. */
const DEPTH = 5;
const TOKENS = 1400;

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

class Selection {
  constructor(
    private readonly edges: EdgeArguments,
    private readonly schema: GraphQLSchema,
  ) {}

  /** `{ … }` of a type to `depth` levels of edges; with `only`, through that edge alone of the first thing met. */
  of(type: GraphQLNamedType, depth: number, only: string | null, seen: readonly string[] = []): string {
    if (isLeafType(type)) return '';
    if (isUnionType(type)) return `{ __typename ${type.getTypes().map((member) => `... on ${member.name} ${this.of(member, depth, this.isProblem(member) ? null : only, seen)}`).join(' ')} }`;
    if (!isObjectType(type)) return '{ __typename }';
    const wrapper = type.name.endsWith('Connection');
    const path = wrapper ? seen : [...seen, type.name];
    const parts = ['__typename'];
    for (const field of Object.values(type.getFields())) {
      const key = `${type.name}.${field.name}`;
      const given = this.edges[key];
      if (field.args.some(isRequiredArgument) && given === undefined) continue;
      const call = `${field.name}${given ? `(${given})` : ''}`;
      const target = getNamedType(field.type);
      if (isLeafType(target)) parts.push(call);
      else if (wrapper) parts.push(`${call} ${this.of(target, depth, only, path)}`);
      else if (depth > 0 && (only === null || only === field.name) && path.filter((name) => name === target.name).length < 2) parts.push(`${call} ${this.of(target, depth - 1, null, path)}`);
    }
    return `{ ${parts.join(' ')} }`;
  }

  /** Edges of the thing a field leads to, through its union and its connection. */
  edgesOf(type: GraphQLNamedType): string[] {
    if (isUnionType(type)) return type.getTypes().filter((member) => !this.isProblem(member)).flatMap((member) => this.edgesOf(member));
    if (!isObjectType(type)) return [];
    if (type.name.endsWith('Connection')) return this.edgesOf(getNamedType(type.getFields().nodes!.type));
    return Object.values(type.getFields()).filter((f) => isCompositeType(getNamedType(f.type)) && (!f.args.some(isRequiredArgument) || this.edges[`${type.name}.${f.name}`])).map((f) => f.name);
  }

  private isProblem(type: GraphQLNamedType): boolean {
    return isObjectType(type) && type.getInterfaces().some((i) => i.name === 'Problem');
  }
}

function tokens(document: string): number {
  const lexer = new Lexer(new Source(document));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count++;
  return count;
}

/**
 * Documents that read all that one operation can reach: first everything near, then (for queries) each edge alone and deep.
 * Arguments are variables of their own names. @param given names of the arguments that will be passed
 */
export function documentsFor(schema: GraphQLSchema, { operation, field, key }: RootField, edges: EdgeArguments, given: ReadonlySet<string>): string[] {
  const selection = new Selection(edges, schema);
  const type = getNamedType(field.type);
  const args = field.args.filter((arg) => given.has(arg.name));
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const name = `Matrix_${key.replace('.', '_')}`;
  const write = (body: string): string => print(parse(`${operation} ${name}${declared ? `(${declared})` : ''} { ${field.name}${passed ? `(${passed})` : ''} ${body} }`));
  const fitting = (only: string | null, depth: number): string => {
    const document = write(selection.of(type, depth, only));
    return depth > 0 && tokens(document) > TOKENS ? fitting(only, depth - 1) : document;
  };
  const near = fitting(null, 2);
  if (operation !== 'query' || isLeafType(type)) return [near];
  return [near, ...selection.edgesOf(type).map((edge) => fitting(edge, DEPTH))];
}

export const isList = (type: GraphQLInputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);
