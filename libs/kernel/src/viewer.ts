import type { Actor } from './actor';

/** Why data are read; recorded with every read of a customer's data. */
export type Purpose = 'customer_service' | 'privacy' | 'reporting' | 'operations';

/** Actor, permissions and purpose: no query runs without one. */
export interface Viewer {
  readonly actor: Actor;
  readonly purpose: Purpose;
  /** Only `deliberate` opening of one thing is; lists are `incidental`. */
  readonly prefetch?: boolean;
}

export const viewerOf = (actor: Actor, purpose: Purpose = 'customer_service'): Viewer => ({ actor, purpose });

/** System actors may read what their job needs; staff need the permission; the public has none. */
export function can(who: Viewer | Actor, permission: string): boolean {
  const actor = 'actor' in who ? who.actor : who;
  return actor.kind === 'system' || (actor.kind === 'staff' && actor.permissions.has(permission));
}
