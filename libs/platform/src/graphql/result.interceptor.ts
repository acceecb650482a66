import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem } from '@kaiku/kernel';
import { catchError, of, type Observable } from 'rxjs';
import { scopeOf } from '../access/current';
import { currentContext } from '../observability/request-context';
import { RESULT_UNION } from './command-mutation';
import { problemView } from './problem-types';
import type { ResultUnion } from './result';

/** Turns a problem that the mutation's union admits into that member; everything else goes on to the error formatter. */
@Injectable()
export class ResultInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const result = this.reflector.get<ResultUnion | undefined>(RESULT_UNION, context.getHandler());
    if (!result) return next.handle();
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (!(error instanceof Problem) || !result.admits(error)) throw error;
        const request = currentContext();
        if (request) request.problem ??= error.code;
        return of(problemView(error, scopeOf(context)?.locale ?? 'en'));
      }),
    );
  }
}
