import { applyDecorators, SetMetadata } from '@nestjs/common';
import { Mutation } from '@nestjs/graphql';
import type { ResultUnion } from './result';

export const RESULT_UNION = 'kaiku:result-union';

/** A mutation whose refusals are members of its union. */
export const CommandMutation = (result: ResultUnion, description?: string): MethodDecorator & ClassDecorator =>
  applyDecorators(Mutation(() => result.union as never, { description }), SetMetadata(RESULT_UNION, result));
