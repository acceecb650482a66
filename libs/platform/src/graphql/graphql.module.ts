import { existsSync, readFileSync } from 'node:fs';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyReply } from 'fastify';
import { AccessGuard } from '../access/access.guard';
import type { GraphqlContext, ScopedRequest } from '../access/current';
import { RequestScopes } from '../access/request-scope';
import { Config } from '../config/config';
import { Metrics } from '../observability/metrics';
import { formatError } from './format-error';
import { jitPlugin } from './jit.plugin';
import { hashOfDocument } from './document-limits';
import { limitRules, limitsPlugin, PARSED_TOKENS, socketRefusal, type SocketOperation } from './limits.plugin';
import { PassErrorsOn } from './pass-errors-on.filter';
import { ResultInterceptor } from './result.interceptor';
import { DateTimeScalar, JSONScalar } from './scalars';
import { withoutPlainResolvers } from './plain-fields';
import type { ServerPlugin } from './server-plugin';
import { SocketGate } from './socket-gate';

/** Apollo on Fastify: limits, compiled plans, typed problems, sessions on HTTP and on sockets. */
@Module({
  providers: [SocketGate, RequestScopes],
  exports: [SocketGate, RequestScopes],
})
class GraphqlSupportModule {}

@Module({
  imports: [
    GraphqlSupportModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [GraphqlSupportModule],
      inject: [Config, Metrics, SocketGate, RequestScopes],
      useFactory: (config: Config, metrics: Metrics, gate: SocketGate): ApolloDriverConfig => {
        const known = knownDocuments();
        return {
          autoSchemaFile: true,
          transformSchema: withoutPlainResolvers,
          sortSchema: true,
          path: '/graphql',
          graphiql: false,
          introspection: config.demo,
          csrfPrevention: true,
          allowBatchedHttpRequests: false,
          includeStacktraceInErrorResponses: false,
          autoTransformHttpErrors: false,
          cache: 'bounded',
          stringifyResult: JSON.stringify as never,
          resolvers: { DateTime: DateTimeScalar, JSON: JSONScalar },
          validationRules: limitRules,
          parseOptions: { maxTokens: PARSED_TOKENS },
          // Nobody registers documents here: the console's own are in the committed manifest.
          persistedQueries: false,
          formatError,
          plugins: [
            ApolloServerPluginCacheControlDisabled() as ServerPlugin,
            limitsPlugin(known, (reason) => metrics.refusals.inc({ reason })),
            ...(config.jit ? [jitPlugin((error) => formatError(error as never, error))] : []),
          ],
          subscriptions: {
            'graphql-ws': {
              ...gate.options(),
              onSubscribe: (_context: unknown, _id: unknown, operation: SocketOperation) => {
                const refusal = socketRefusal(operation, known);
                return refusal ? [refusal] : undefined;
              },
            },
          },
          context: (request: ScopedRequest | { extra: { scope: GraphqlContext } }, reply?: FastifyReply): GraphqlContext =>
            'extra' in request ? request.extra.scope : { ...request.kaiku!, request, reply },
        };
      },
    }),
  ],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: ResultInterceptor },
    { provide: APP_FILTER, useClass: PassErrorsOn },
  ],
  exports: [GraphqlSupportModule],
})
export class GraphqlModule {}

const MANIFEST = 'apps/console/src/graphql/generated/persisted-documents.json';

/** The console's own operations, by hash of their text. */
function knownDocuments(): ReadonlySet<string> {
  if (!existsSync(MANIFEST)) return new Set();
  return new Set(Object.values(JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, string>).map(hashOfDocument));
}
