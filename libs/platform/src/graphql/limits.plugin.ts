import type { ServerPlugin } from './server-plugin';
import { GraphQLError, Kind, parse, type DocumentNode, type ValidationRule } from 'graphql';
import { overCost, overLimit, type KnownDocuments } from './document-limits';

/** Fields that check a password; a document may hold one, so that aliases cannot make it many guesses. */
const AUTHENTICATION_FIELDS = new Set(['signIn', 'createFirstAdmin', 'changeMyPassword']);

const refuse = (reason: string): GraphQLError => new GraphQLError(`The document is over a limit: ${reason}.`, { extensions: { code: 'GRAPHQL_LIMIT', limit: reason, http: { status: 400 } } });

/** Stands in for a refused document, which validation must never see: checking a hostile one can take for ever. */
const refusals = new WeakMap<DocumentNode, string>();
function standIn(reason: string): DocumentNode {
  const document = parse('{ __typename }');
  refusals.set(document, reason);
  return document;
}

/** Reports the refusal of a document that {@link limitsPlugin} has taken out. */
export const limitRules: ValidationRule[] = [
  (context) => {
    const reason = refusals.get(context.getDocument());
    return reason === undefined ? {} : { Document: { enter: () => context.reportError(refuse(reason)) } };
  },
];

/**
 * Refuses documents over a limit after parsing (which has a limit of its own) and before validation, whose rules can be
 * made to run for minutes. A plugin that throws there would answer 500, so the document is replaced by one that is refused.
 */
export function limitsPlugin(known: KnownDocuments, refused: (reason: string) => void): ServerPlugin {
  return {
    async requestDidStart() {
      return {
        async validationDidStart(context) {
          const reason = overLimit(context.document, known);
          if (reason === null) return;
          refused(reason);
          Object.assign(context, { document: standIn(reason) });
        },
        async didResolveOperation({ document, operation, request }) {
          if (authenticationFields(document) > 1) {
            refused('authentication');
            throw refuse('one password check in a document');
          }
          if (!operation || !overCost(document, operation, request.variables ?? {}, known)) return;
          refused('cost');
          throw refuse('cost');
        },
      };
    },
  };
}

export type SocketOperation = { query?: unknown; operationName?: unknown; variables?: Record<string, unknown> | null };

/**
 * What may come over a socket: one subscription within the limits. Everything else has a door with a cost, a log line
 * and an origin check.
 */
export function socketRefusal({ query, operationName, variables }: SocketOperation, known: KnownDocuments): GraphQLError | null {
  try {
    const document = parse(String(query), { maxTokens: PARSED_TOKENS });
    const reason = overLimit(document, known);
    if (reason !== null) return refuse(reason);
    const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
    const named = operations.filter((o) => typeof operationName !== 'string' || o.name?.value === operationName);
    if (named.length === 1 && overCost(document, named[0]!, variables ?? {}, known)) return refuse('cost');
    return named.length === 1 && named[0]!.operation === 'subscription' ? null : new GraphQLError('Only subscriptions may be sent over a socket.', { extensions: { code: 'BAD_REQUEST' } });
  } catch (error) {
    return error instanceof GraphQLError ? error : new GraphQLError('The document could not be read.');
  }
}

/** No document of any kind has more tokens than this; the parser stops there. */
export const PARSED_TOKENS = 6000;

function authenticationFields(document: DocumentNode): number {
  let count = 0;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const walk = (set: typeof definition.selectionSet, depth: number): void => {
      for (const s of set.selections) {
        if (s.kind === Kind.FIELD && AUTHENTICATION_FIELDS.has(s.name.value)) count++;
        else if (s.kind === Kind.INLINE_FRAGMENT && depth < 10) walk(s.selectionSet, depth + 1);
      }
    };
    walk(definition.selectionSet, 0);
  }
  return count;
}
