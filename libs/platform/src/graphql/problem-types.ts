import { Field, InterfaceType, ObjectType } from '@nestjs/graphql';
import { InvalidInput, type Locale, type Problem } from '@kaiku/kernel';
import { message } from '../i18n/messages';
import { JSONScalar } from './scalars';

export type ProblemClass = abstract new (...args: never[]) => Problem;

@InterfaceType('Problem', { description: 'A refusal the business knows. `message` is in the reader\'s language.', resolveType: (value: { __typename?: string }) => value.__typename })
export abstract class ProblemModel {
  @Field(() => String, { description: 'Dotted lower case, stable: program against this.' })
  code: string;
  @Field(() => String)
  message: string;
  @Field(() => JSONScalar, { nullable: true })
  params: unknown;
}

@ObjectType('FieldError')
export class FieldErrorModel {
  @Field(() => String, { description: 'Dotted path into the input.' })
  path: string;
  @Field(() => String)
  code: string;
  @Field(() => String, { description: 'Says the remedy, in the reader\'s language.' })
  message: string;
}

type Extra = { name: string; type: () => unknown; nullable?: boolean };
const extras = new Map<ProblemClass, Extra[]>([[InvalidInput, [{ name: 'fields', type: () => [FieldErrorModel] }]]]);
const types = new Map<ProblemClass, Function>();

/** Declares a typed extra of a problem's union member, before the first `resultOf` that names it; its value comes from `extras()`. */
export function problemField(problem: ProblemClass, name: string, type: () => unknown, options: { nullable?: boolean } = {}): void {
  if (types.has(problem)) throw new Error(`${problem.name} is already in a result: declare its fields before`);
  extras.set(problem, [...(extras.get(problem) ?? []), { name, type, ...options }]);
}

/** The object type of a problem, made once from its class: same name, the interface's fields, its extras. */
export function problemType(problem: ProblemClass): Function {
  const known = types.get(problem);
  if (known) return known;
  const model = { [problem.name]: class extends ProblemModel {} }[problem.name]!;
  for (const extra of extras.get(problem) ?? []) Field(extra.type as () => Function, { nullable: extra.nullable })(model.prototype as object, extra.name);
  ObjectType(problem.name, { implements: () => [ProblemModel] })(model);
  types.set(problem, model);
  return model;
}

/** What the client sees of a problem, in its language. */
export function problemView(problem: Problem, locale: Locale): Record<string, unknown> {
  const fields = problem instanceof InvalidInput ? { fields: problem.fields.map((f) => ({ path: f.path, code: f.code, message: message(locale, `field.${f.code}`, f.params) })) } : problem.extras();
  return { __typename: problem.constructor.name, code: problem.code, message: message(locale, `problem.${problem.code}`, problem.params), params: problem.params, ...fields };
}
