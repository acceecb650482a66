import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';

/**
 * Nest gives a resolver to every field that merely reads a property; compiled plans then call one function for each leaf.
 * Those that do nothing else are taken away, so that plans read the property themselves.
 */
export function withoutPlainResolvers(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) if (field.resolve && readsOnly(field.name, field.resolve)) field.resolve = undefined;
  }
  return schema;
}

/** Known by its name in Nest, and tried: the property comes back as it is, a missing one as undefined. */
function readsOnly(name: string, resolve: GraphQLFieldResolver<unknown, unknown>): boolean {
  if (resolve.name !== 'rootFieldResolver') return false;
  const probe = {};
  const read = resolve as (root: Record<string, unknown>) => unknown;
  return read({ [name]: probe }) === probe && read({}) === undefined;
}
