import { createHash } from 'node:crypto';
import type { ServerPlugin } from './server-plugin';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

const PLANS = 500;

/** Runs compiled plans instead of walking the document; a switch turns it off, and a test shows the answers are the same. */
export function jitPlugin(format: (error: GraphQLError) => GraphQLFormattedError): ServerPlugin {
  const plans = new Map<string, CompiledQuery | null>();
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operationName, schema, source, request, contextValue, operation, response }) {
          // Apollo comes here also when the document has no operation of the name asked for.
          if ((operation as typeof operation | undefined)?.operation !== 'query' && operation?.operation !== 'mutation') return null;
          const key = createHash('sha256').update(source).update('\0').update(operationName ?? '').digest('base64');
          let plan = plans.get(key);
          if (plan === undefined) {
            const compiled = compileQuery(schema, document, operationName ?? undefined);
            plan = isCompiledQuery(compiled) ? compiled : null;
            if (plans.size >= PLANS) plans.delete(plans.keys().next().value!);
            plans.set(key, plan);
          }
          if (!plan) return null;
          const result = await plan.query(undefined, contextValue, request.variables ?? {});
          // Without data nothing was run: the variables did not fit, which plain execution says by this code and status.
          const unfit = result.errors !== undefined && result.data === undefined;
          if (unfit) {
            response.http.status = 400;
            return { http: response.http, body: { kind: 'single', singleResult: { errors: result.errors!.map((error) => format(badInput(error))) } } };
          }
          const errors = result.errors?.map((error) => format(error));
          return { http: response.http, body: { kind: 'single', singleResult: errors ? { data: result.data ?? null, errors } : { data: result.data } } };
        },
      };
    },
  };
}

const badInput = (error: GraphQLError): GraphQLError => new GraphQLError(error.message.slice(0, 500), { extensions: { code: 'BAD_USER_INPUT' } });
