import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import { Forbidden, Problem, Unauthenticated } from '@kaiku/kernel';
import type { FastifyReply } from 'fastify';
import { problemView } from './problem-types';
import type { ScopedRequest } from '../access/current';

/** GraphQL errors go on to the formatter; the few HTTP doors answer with a status and the same problem shape. */
@Catch()
export class PassErrorsOn extends BaseExceptionFilter implements ExceptionFilter {
  override catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const locale = host.switchToHttp().getRequest<ScopedRequest>().kaiku?.locale ?? 'en';
    if (error instanceof Unauthenticated) void reply.status(401).send({ code: 'UNAUTHENTICATED' });
    else if (error instanceof Forbidden) void reply.status(403).send({ code: 'FORBIDDEN' });
    else if (error instanceof Problem) void reply.status(error.code.endsWith('not_found') ? 404 : 422).send(problemView(error, locale));
    else super.catch(error, host);
  }
}
