/** Who does something. Every command and every query is told. */
export type Actor = StaffActor | SystemActor | PublicActor;

/** A signed-in staff member, as read from the session on each request. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly id: string;
  readonly sessionId: string;
  readonly name: string;
  readonly locale: Locale;
  readonly permissions: ReadonlySet<string>;
  readonly teamIds: ReadonlySet<string>;
  readonly leadTeamIds: ReadonlySet<string>;
}

/** A job or an intake door; `name` says which. */
export interface SystemActor {
  readonly kind: 'system';
  readonly name: string;
}

/** Somebody without an account: a customer on a public page, or a request that has not signed in. */
export interface PublicActor {
  readonly kind: 'public';
}

export type Locale = 'fi' | 'sv' | 'en';
export const LOCALES: readonly Locale[] = ['fi', 'sv', 'en'];

export const system = (name: string): SystemActor => ({ kind: 'system', name });
export const nobody: PublicActor = { kind: 'public' };

/** The staff id, or null when no person acted. */
export const staffIdOf = (actor: Actor): string | null => (actor.kind === 'staff' ? actor.id : null);

/** What an idempotency key or a log line calls the actor. */
export const actorKey = (actor: Actor): string =>
  actor.kind === 'staff' ? `staff:${actor.id}` : actor.kind === 'system' ? `system:${actor.name}` : 'public';
