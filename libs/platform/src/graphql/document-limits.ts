import { createHash } from 'node:crypto';
import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { LIMITS } from '@kaiku/kernel';
import { Kind, TokenKind, visit, type ArgumentNode, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';

const L = LIMITS.graphql;

/** Hashes of the console's own operations: they skip the token, alias and cost limits, and keep depth and page limits. */
export type KnownDocuments = ReadonlySet<string>;
export const hashOfDocument = (text: string): string => createHash('sha256').update(text).digest('hex');

type Visitor = { OperationDefinition: { enter: (this: unknown, operation: OperationDefinitionNode) => void } };
type Rule = (context: unknown) => Visitor;
type Limit = { readonly name: string; readonly rule: Rule; readonly alsoKnown?: true };

class OverLimit extends Error {}
const onReject = [() => { throw new OverLimit(); }];
const LIMITERS: readonly Limit[] = [
  { name: 'depth', alsoKnown: true, rule: maxDepthRule({ n: L.depth, ignoreIntrospection: false, flattenFragments: true, onReject }) as unknown as Rule },
  { name: 'aliases', rule: maxAliasesRule({ n: L.aliases, onReject }) as unknown as Rule },
  { name: 'directives', rule: maxDirectivesRule({ n: L.directives, onReject }) as unknown as Rule },
  { name: 'cost', rule: costLimitRule({ maxCost: L.cost, ignoreIntrospection: false, onReject }) as unknown as Rule },
];
const COST = LIMITERS.at(-1)!;

/** Name of the limit that a parsed document is over, or null. Time grows with the document's length, not with what it expands to. */
export function overLimit(document: DocumentNode, known: KnownDocuments): string | null {
  const isKnown = known.has(hashOfDocument(document.loc?.source.body ?? ''));
  if (!isKnown && moreTokensThan(document, L.tokens)) return 'tokens';
  return firstOver(document, LIMITERS.filter(({ alsoKnown }) => alsoKnown || !isKnown));
}

/**
 * Whether an operation costs too much with the values of its variables: `first: $n` costs what `first: 100` does.
 * Asked at every request, since a document is validated once and its variables come anew.
 */
export function overCost(document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>, known: KnownDocuments): boolean {
  if (!operation.variableDefinitions?.length || known.has(hashOfDocument(document.loc?.source.body ?? ''))) return false;
  const defaults = new Map(operation.variableDefinitions.map(({ variable, defaultValue }) => [variable.name.value, defaultValue?.kind === Kind.INT ? defaultValue.value : undefined]));
  const withValues = visit(document, {
    Argument: (argument): ArgumentNode | undefined => {
      if (argument.value.kind !== Kind.VARIABLE) return undefined;
      const value = variables[argument.value.name.value] ?? defaults.get(argument.value.name.value);
      // Anything else fits no page size and is refused when it is read.
      return typeof value !== 'object' && Number.isFinite(Number(value)) ? { ...argument, value: { kind: Kind.INT, value: String(value) } } : undefined;
    },
  });
  return firstOver({ ...withValues, definitions: withValues.definitions.filter((d) => d.kind !== Kind.OPERATION_DEFINITION || d.name?.value === operation.name?.value) }, [COST]) !== null;
}

function firstOver(document: DocumentNode, limits: readonly Limit[]): string | null {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const d of document.definitions) if (d.kind === Kind.FRAGMENT_DEFINITION) fragments.set(d.name.value, d);
  const context = { getFragment: (name: string) => fragments.get(name) };
  for (const operation of document.definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { name, rule } of limits) {
      const visitor = rule(context);
      try {
        visitor.OperationDefinition.enter.call(visitor, operation);
      } catch (error) {
        if (error instanceof OverLimit) return name;
        throw error;
      }
    }
  }
  return null;
}

function moreTokensThan(document: DocumentNode, limit: number): boolean {
  let n = 0;
  for (let token = document.loc?.startToken.next; token && token.kind !== TokenKind.EOF; token = token.next) if (++n > limit) return true;
  return false;
}
