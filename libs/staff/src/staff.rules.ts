import type { Actor } from '@kaiku/kernel';
import { ADMIN } from './roles';
import { CannotChangeOwnRights, LastAdmin } from './staff.problems';

/** Up to two letters for a small round picture. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/u).filter(Boolean);
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return ends.map((word) => [...word][0]!.toLocaleUpperCase('fi')).join('');
}

/** Nobody gives rights to, or takes them from, themselves: a second person always knows. */
export function assertNotOwnRights(actor: Actor, staffId: string): void {
  if (actor.kind === 'staff' && actor.id === staffId) throw new CannotChangeOwnRights();
}

/** @param otherAdmins active administrators besides this account */
export function assertAdminStays(before: readonly string[], after: readonly string[], otherAdmins: number): void {
  if (before.includes(ADMIN) && !after.includes(ADMIN) && otherAdmins === 0) throw new LastAdmin();
}

/**
 * How long an account waits after so many wrong passwords in the window: nothing at first, then doubling.
 * A stranger can slow somebody down, never lock them out for good. @returns seconds
 */
export function delayAfter(wrong: number, free: number, longest: number): number {
  return wrong < free ? 0 : Math.min(longest, 2 ** (wrong - free));
}
