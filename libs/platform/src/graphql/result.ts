import { createUnionType } from '@nestjs/graphql';
import { InvalidInput, type Problem } from '@kaiku/kernel';
import { problemType, type ProblemClass } from './problem-types';

/** A mutation's result: the thing it made or changed, or one of the refusals it names. */
export interface ResultUnion {
  readonly name: string;
  readonly union: object;
  admits(problem: Problem): boolean;
}

/** Builds the union and teaches the interceptor what it may turn into a member. `InvalidInput` always belongs. */
export function resultOf(name: string, success: Function, problems: readonly ProblemClass[]): ResultUnion {
  const all = [...problems, InvalidInput as ProblemClass];
  // At once, not when the schema is built: a type registered during the building comes too late for it.
  const members = all.map(problemType);
  const union = createUnionType({
    name,
    types: () => [success, ...members] as never,
    resolveType: (value: { __typename?: string }) => (value.__typename && all.some((p) => p.name === value.__typename) ? value.__typename : success),
  });
  return { name, union: union as object, admits: (problem) => all.some((p) => problem instanceof p) };
}
