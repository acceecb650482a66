import { OBJECTION_STOPS, REFUSALS, SUPPRESSION_STOPS, type ConsentPurpose, type ContactAnswer, type ContactChannel, type ContactPurpose, type ContactRefusal, type LegalMode, type ObjectionScope, type SuppressionScope } from './contact-terms';

/** What is about to be sent. */
export interface Sending {
  readonly purpose: ContactPurpose;
  readonly channel: ContactChannel;
  readonly legalMode: LegalMode;
}

/** A choice in force; `channel` null is every channel, `since` an ISO instant. */
export interface Choice<Scope extends string> {
  readonly scope: Scope;
  readonly channel: ContactChannel | null;
  readonly since: string;
}

/** What is in force for one person. */
export interface PersonChoices {
  /** False when the person was erased or never was. */
  readonly exists: boolean;
  readonly flags: readonly string[];
  readonly restrictedSince: string | null;
  readonly objections: readonly Choice<ObjectionScope>[];
  readonly consents: readonly Choice<ConsentPurpose>[];
}

/** What is in force for the address itself, whoever's it is. */
export interface AddressChoices {
  readonly objections: readonly Choice<ObjectionScope>[];
  readonly suppressions: readonly Choice<SuppressionScope>[];
}

/** People to whom nothing that they did not ask for is sent. */
const SHIELDED = ['restricted', 'deceased', 'minor'];
const ALLOWED: ContactAnswer = { allowed: true };
const refuse = (reason: ContactRefusal, since: string | null): ContactAnswer => ({ allowed: false, reason, since });

/**
 * May this be sent to this person (null: nobody we know) at this address: the first reason against it, in the order of
 * {@link REFUSALS}. Consent never outweighs an objection, and marketing needs consent whatever the mode says.
 */
export function decideContact(sending: Sending, person: PersonChoices | null, address: AddressChoices): ContactAnswer {
  const { purpose, channel } = sending;
  if (purpose === 'customer_service') return ALLOWED;
  const strict = sending.legalMode === 'strict' || purpose === 'direct_marketing';
  const on = (choice: Choice<string>): boolean => choice.channel === null || choice.channel === channel;

  if (person && (!person.exists || person.flags.some((flag) => SHIELDED.includes(flag)))) return refuse('restricted', person.restrictedSince);
  const objection = earliest([...(person?.objections ?? []), ...address.objections].filter((o) => on(o) && OBJECTION_STOPS[o.scope].includes(purpose)));
  if (objection) return refuse('objection', objection.since);
  if (strict && !person?.consents.some((c) => on(c) && (c.scope === purpose || c.scope === 'direct_marketing'))) return refuse('no_consent', null);
  const suppression = earliest(address.suppressions.filter((s) => on(s) && (SUPPRESSION_STOPS[s.scope].includes(purpose) || (strict && s.scope === 'marketing'))));
  if (suppression) return refuse('suppressed', suppression.since);
  return ALLOWED;
}

/** Of the answers for several people, the one to go by: the strictest wins, for people who share an address and for a merged customer. */
export function strictest(answers: readonly ContactAnswer[]): ContactAnswer {
  return answers.reduce((worst, answer) => (rank(answer) < rank(worst) ? answer : worst), ALLOWED);
}

/** Of the answers for several addresses of one person, the one that a sender who may choose among them goes by. */
export const mildest = (answers: readonly ContactAnswer[]): ContactAnswer => answers.reduce((best, answer) => (rank(answer) > rank(best) ? answer : best));

const rank = (answer: ContactAnswer): number => (answer.allowed ? REFUSALS.length : REFUSALS.indexOf(answer.reason));

/** Purposes that no consent carries any more, once these are gone and those are left: consent to marketing had carried all of them. */
export function purposesWithoutConsent(gone: readonly Choice<ConsentPurpose>[], left: readonly Choice<ConsentPurpose>[]): readonly ConsentPurpose[] {
  const carried = gone.flatMap((c) => (c.scope === 'direct_marketing' ? OBJECTION_STOPS.all : [c.scope]));
  return [...new Set(carried)].filter((purpose) => !left.some((c) => c.channel === null && (c.scope === purpose || c.scope === 'direct_marketing')));
}

const earliest = <C extends Choice<string>>(choices: readonly C[]): C | undefined => [...choices].sort((a, b) => Date.parse(a.since) - Date.parse(b.since))[0];
