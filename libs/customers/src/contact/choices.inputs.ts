import { Forbidden, id, LIMITS, text, type Actor } from '@kaiku/kernel';
import { z } from 'zod';
import { ChoiceSource, ConsentBasis, ConsentPurpose, ContactChannel, ObjectionScope, RestrictionGround, SpokenSource } from './contact-terms';

const SPOKEN: readonly ChoiceSource[] = Object.values(SpokenSource);

export const customerId = id;
export const channel = z.enum(ContactChannel).nullish().transform((value) => value ?? null);
export const purpose = z.enum(ConsentPurpose);
export const objectionScope = z.enum(ObjectionScope);
export const ground = z.enum(RestrictionGround);
export const basis = z.enum(ConsentBasis);
export const source = z.enum(ChoiceSource);
/** What the person said, or where it is written. */
export const evidence = text(LIMITS.ticket.reason);

/** Nobody claims a door that is not theirs: what a person clicked is not what somebody says they said. */
export function checkSource(actor: Actor, given: ChoiceSource): void {
  if (actor.kind === 'staff' && !SPOKEN.includes(given)) throw new Forbidden();
}
