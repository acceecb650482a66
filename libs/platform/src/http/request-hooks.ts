import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { ScopedRequest } from '../access/current';
import { cookie, RequestScopes } from '../access/request-scope';
import { Config } from '../config/config';
import { log } from '../observability/logger';
import { Metrics } from '../observability/metrics';
import { runInContext, traceIdFrom, type RequestContext } from '../observability/request-context';
import { graphqlOutcomeOf } from './graphql-outcome.plugin';
import { originRefusal } from './origin';
import { securityHeaders } from './security-headers';

/** Doors behind which somebody may be signed in; everything else never reads a session, and public forms have guards of their own. */
const WITH_SESSION = /^\/(graphql|files|mail|desk-events)(\/|\?|$)/;
const contexts = new WeakMap<FastifyRequest, RequestContext>();

/** Trace id, headers, origin check, session and one log line: for every request, before any handler. */
export function addRequestHooks(app: NestFastifyApplication): void {
  const config = app.get(Config);
  const scopes = app.get(RequestScopes, { strict: false });
  const metrics = app.get(Metrics);
  const headers = securityHeaders(config.http.publicUrl.protocol === 'https:');
  const http = app.getHttpAdapter().getInstance();

  http.addHook('onRequest', (request, reply, done) => {
    const context: RequestContext = { traceId: traceIdFrom(request.headers.traceparent ?? request.headers['x-request-id']) };
    contexts.set(request, context);
    reply.headers(headers).header('x-trace-id', context.traceId).header('x-request-id', context.traceId);
    runInContext(context, done);
  });

  http.addHook('onRequest', async (request: ScopedRequest, reply) => {
    const withSession = WITH_SESSION.test(request.url);
    const session = withSession && cookie(request.headers.cookie, scopes.cookieName) !== null;
    const refusal = withSession || request.url.startsWith('/dev/') ? originRefusal(request, config.http.publicUrl.origin, session) : null;
    if (refusal) {
      contexts.get(request)!.operation = 'refused-origin';
      return reply.code(403).send({ errors: [{ message: `Refused: ${refusal}.`, extensions: { code: 'ORIGIN_REFUSED' } }] });
    }
    if (!withSession) return;
    reply.header('cache-control', 'no-store');
    request.kaiku = await scopes.of(request);
    const context = contexts.get(request)!;
    context.locale = request.kaiku.locale;
    if (request.kaiku.actor.kind === 'staff') context.actorId = request.kaiku.actor.id;
  });

  // Reading the body may come back outside the context of the hooks before it.
  http.addHook('preValidation', (request, _reply, done) => runInContext(contexts.get(request)!, done));

  http.addHook('onResponse', (request, reply, done) => {
    const graphql = graphqlOutcomeOf(request);
    const context = contexts.get(request);
    // A route's pattern, never its address: addresses can hold tokens and names.
    const route = request.routeOptions.url ?? 'unknown';
    const operation = graphql?.operation ?? context?.operation ?? `${request.method} ${route}`;
    const outcome = graphql?.outcome ?? (reply.statusCode < 400 ? 'ok' : String(reply.statusCode));
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    metrics.requests.observe({ operation: graphql?.field ?? `${request.method} ${route}`, outcome }, reply.elapsedTime / 1000);
    log[quiet(route, outcome) ? 'debug' : 'info']({ traceId: context?.traceId, actorId: context?.actorId, operation, outcome, status: reply.statusCode, ms }, 'request');
    done();
  });
}

/** Probes and the console's own files would drown the rest. */
const quiet = (route: string, outcome: string): boolean => outcome === 'ok' && /^\/(health|assets)\b/.test(route);
