/** A prepared statement: named, so that Postgres plans it once per connection. */
export interface NamedQuery {
  readonly name: string;
  readonly text: string;
}

const names = new Set<string>();

/** Defines a statement under a name that is unique in the program (`tickets.queue`). */
export function namedQuery(name: string, text: string): NamedQuery {
  if (names.has(name)) throw new Error(`query ${name} is defined twice`);
  names.add(name);
  return { name, text };
}

/** The same whose text is made when it is first wanted: when all that adds to it has been loaded. */
export function lateQuery(name: string, text: () => string): () => NamedQuery {
  let made: NamedQuery | undefined;
  return () => (made ??= namedQuery(name, text()));
}
