import { Plugin } from '@nestjs/apollo';
import type { FastifyRequest } from 'fastify';
import { Kind, type DocumentNode } from 'graphql';
import type { GraphqlContext } from '../access/current';
import type { ServerPlugin } from '../graphql/server-plugin';
import { currentContext } from '../observability/request-context';

interface GraphqlOutcome {
  /** The name the client gave, for log lines. */
  operation: string;
  /** First field of the operation: as many as the schema has, so that metrics stay bounded. */
  field: string;
  outcome: string;
}

const outcomes = new WeakMap<FastifyRequest, GraphqlOutcome>();
export const graphqlOutcomeOf = (request: FastifyRequest): GraphqlOutcome | undefined => outcomes.get(request);

/** Notes what a GraphQL request was and how it ended, for the request's one log line. */
@Plugin()
export class GraphqlOutcomePlugin {
  requestDidStart: NonNullable<ServerPlugin['requestDidStart']> = async ({ contextValue }) => {
    const { request } = contextValue as GraphqlContext;
    const noted: GraphqlOutcome = { operation: 'graphql', field: 'refused', outcome: 'ok' };
    if (request) outcomes.set(request, noted);
    return {
      async didResolveOperation({ operationName, document, request: { operationName: asked } }) {
        const field = firstFieldOf(document, operationName ?? asked ?? null);
        noted.field = field;
        noted.operation = (operationName ?? field).slice(0, 60);
        const context = currentContext();
        if (context) context.operation = noted.operation;
      },
      async willSendResponse({ response: { body } }) {
        const code = body.kind === 'single' ? body.singleResult.errors?.[0]?.extensions?.code : undefined;
        // A refusal that the result names is no error of the document, and no success either.
        if (typeof code === 'string') noted.outcome = code.toLowerCase().slice(0, 40);
        else noted.outcome = currentContext()?.problem ?? 'ok';
      },
    };
  };
}

function firstFieldOf(document: DocumentNode, name: string | null): string {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION || (name !== null && definition.name?.value !== name)) continue;
    const first = definition.selectionSet.selections[0];
    return first?.kind === Kind.FIELD ? first.name.value : definition.operation;
  }
  return 'unknown';
}
