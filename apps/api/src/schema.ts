import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { ApiModule } from './api.module';

type Imported = Function | { module: Function; providers?: unknown[] };

/** The schema of all libraries, made from their resolvers alone: no database, nothing started. */
export async function apiSchema(): Promise<GraphQLSchema> {
  const builder = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  try {
    return lexicographicSortSchema(await builder.get(GraphQLSchemaFactory).create(resolversOf(ApiModule)));
  } finally {
    await builder.close();
  }
}

export const printApiSchema = async (): Promise<string> => `# Printed from the server's code by apps/api/src/print-schema.ts: change the code, then print again.\n\n${printSchema(await apiSchema())}\n`;

/** Resolver classes among the providers of a module and of all it imports. */
function resolversOf(root: Function, seen = new Set<Function>()): Function[] {
  if (seen.has(root)) return [];
  seen.add(root);
  const own = ((Reflect.getMetadata('providers', root) ?? []) as unknown[]).filter((p): p is Function => typeof p === 'function' && Reflect.hasMetadata('graphql:resolver_type', p));
  const imports = ((Reflect.getMetadata('imports', root) ?? []) as Imported[]).map((i) => (typeof i === 'function' ? i : i.module)).filter((m) => typeof m === 'function');
  return [...own, ...imports.flatMap((m) => resolversOf(m, seen))];
}
