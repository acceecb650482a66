import { createHash } from 'node:crypto';
import type { ServerPlugin } from './server-plugin';
import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { LIMITS } from '@kaiku/kernel';
import { GraphQLError, Kind, Lexer, Source, TokenKind, type DocumentNode, type ValidationRule } from 'graphql';

const L = LIMITS.graphql;
/** Fields that check a password; a document may hold one, so that aliases cannot make it many guesses. */
const AUTHENTICATION_FIELDS = new Set(['signIn', 'createFirstAdmin', 'changeMyPassword']);

const refuse = (reason: string): GraphQLError => new GraphQLError(`The document is over a limit: ${reason}.`, { extensions: { code: 'GRAPHQL_LIMIT', reason, http: { status: 400 } } });

/** Hashes of the console's own operations: they skip the token and cost limits, and keep depth and page limits. */
export type KnownDocuments = ReadonlySet<string>;
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

export function limitRules(known: KnownDocuments): ValidationRule[] {
  const unlessKnown = (rule: ValidationRule): ValidationRule => (context) => (known.has(hashOf(context.getDocument().loc?.source.body ?? '')) ? {} : rule(context));
  const onReject = [(_: unknown, error: GraphQLError) => { throw refuse(error.message); }];
  return [
    maxDepthRule({ n: L.depth, ignoreIntrospection: false, flattenFragments: true, onReject }) as ValidationRule,
    unlessKnown(maxAliasesRule({ n: L.aliases, onReject }) as ValidationRule),
    unlessKnown(maxDirectivesRule({ n: L.directives, onReject }) as ValidationRule),
    unlessKnown(costLimitRule({ maxCost: L.cost, ignoreIntrospection: false, onReject }) as ValidationRule),
  ];
}

/** Refuses documents with too many tokens before they are parsed, and more than one password check in one document. */
export function limitsPlugin(known: KnownDocuments, refused: (reason: string) => void): ServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveSource({ source }) {
          if (known.has(hashOf(source))) return;
          if (moreTokensThan(source, L.tokens)) {
            refused('tokens');
            throw refuse('tokens');
          }
        },
        async didResolveOperation({ document }) {
          if (authenticationFields(document) > 1) {
            refused('authentication');
            throw refuse('authentication fields');
          }
        },
        async didEncounterErrors({ errors }) {
          for (const e of errors) if (e.extensions.code === 'GRAPHQL_LIMIT') refused(String(e.extensions.reason).slice(0, 40));
        },
      };
    },
  };
}

function moreTokensThan(source: string, limit: number): boolean {
  const lexer = new Lexer(new Source(source));
  try {
    for (let n = 0; lexer.advance().kind !== TokenKind.EOF; n++) if (n >= limit) return true;
  } catch {
    // Not a document: the parser says so properly.
  }
  return false;
}

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
