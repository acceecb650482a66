import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { nobody, viewerOf, type Actor, type Viewer } from '@kaiku/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestScope } from './request-scope';

/** Set on each HTTP request before any handler runs. */
export type ScopedRequest = FastifyRequest & { kaiku?: RequestScope };
export type GraphqlContext = RequestScope & { readonly reply?: FastifyReply; readonly request?: ScopedRequest };

export const graphqlContextOf = (context: ExecutionContext): GraphqlContext => context.getArgByIndex<GraphqlContext>(2);

export const scopeOf = (context: ExecutionContext): RequestScope | undefined =>
  context.getType<string>() === 'graphql' ? graphqlContextOf(context) : context.switchToHttp().getRequest<ScopedRequest>().kaiku;

export const actorOf = (context: ExecutionContext): Actor => scopeOf(context)?.actor ?? nobody;

/** The acting person, for commands. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => actorOf(context));
/** The reading person and why, for queries. */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => scopeOf(context)?.viewer ?? viewerOf(actorOf(context)));
/** The whole request scope: loaders, locale, address. */
export const CurrentScope = createParamDecorator((_: unknown, context: ExecutionContext): RequestScope => scopeOf(context)!);
/** GraphQL context with the HTTP reply, for the two operations that set a cookie. */
export const CurrentHttp = createParamDecorator((_: unknown, context: ExecutionContext): GraphqlContext => graphqlContextOf(context));
