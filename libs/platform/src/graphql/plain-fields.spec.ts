import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { withoutPlainResolvers } from './plain-fields';

const rootFieldResolver = (root: Record<string, unknown>) => root.plain;
const fields = (resolve: (root: never) => unknown) => new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: { plain: { type: GraphQLString, resolve: resolve as never } } }) });
const resolverOf = (schema: GraphQLSchema) => schema.getQueryType()!.getFields().plain!.resolve;

test('a resolver that only reads the property is taken away', () => {
  expect(resolverOf(withoutPlainResolvers(fields(rootFieldResolver)))).toBeUndefined();
});

test('one that does anything else stays', () => {
  const named = { rootFieldResolver: (root: Record<string, unknown>) => root.plain ?? 'fallback' }.rootFieldResolver;
  expect(resolverOf(withoutPlainResolvers(fields(named)))).toBe(named);
  const other = (root: Record<string, unknown>) => root.plain;
  expect(resolverOf(withoutPlainResolvers(fields(other)))).toBe(other);
});
