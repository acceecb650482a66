import type { PoolClient, QueryResult } from 'pg';

/** A prepared statement, as the desk has them. */
export const named = (name: string, text: string) => ({ name, text });
export const run = (client: PoolClient, statement: { readonly name: string; readonly text: string }, values: unknown[]): Promise<QueryResult> => client.query({ ...statement, values });
