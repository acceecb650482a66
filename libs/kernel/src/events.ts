import type { z } from 'zod';

/** News that has happened: a name with a version, and a payload of ids. Published inside the transaction. */
export interface EventDefinition<T = unknown> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
}

const defined = new Map<string, EventDefinition>();

/** Defines an event once; a second definition of the same name is a programming error. */
export function defineEvent<T>(name: string, schema: z.ZodType<T>): EventDefinition<T> {
  if (!/^[a-z_]+(\.[a-z_]+)+\.v\d+$/.test(name)) throw new Error(`event name ${name} is not noun.verb.v1`);
  if (defined.has(name)) throw new Error(`event ${name} is defined twice`);
  const definition = { name, schema };
  defined.set(name, definition as EventDefinition);
  return definition;
}

export const definedEvents = (): readonly EventDefinition[] => [...defined.values()];
