import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { ContactChannel, ContactPurpose, ContactRefusal } from './contact-terms';

/** Which planned contacts a person's choice takes back. */
export interface WithdrawnContacts {
  /** People whose contacts fall away, and hashes of addresses to which nothing may go: either is enough. */
  readonly customerIds: readonly string[];
  readonly addressHashes: readonly Buffer[];
  readonly purposes: readonly ContactPurpose[];
  /** Null is every channel. */
  readonly channel: ContactChannel | null;
  /** True: only what was planned in `strict` mode, because only that needed the consent that is gone. */
  readonly strictOnly: boolean;
  readonly reason: ContactRefusal;
  readonly at: Date;
}

/**
 * Port: who plans messages to people holds them as rows and takes them back here. Called inside the transaction of the objection,
 * restriction, withdrawn consent or suppression, with the person's lock held: lock rows only after it (customer, ticket, deadline,
 * message), and throw only to refuse the whole. Implement it in a provider of a library above and mark the class with
 * {@link HoldsPlannedContacts}; any number may.
 */
export interface PlannedContacts {
  /** Cancels what is planned or claimed and not yet being sent; answers how many. Running it twice changes nothing more. */
  withdraw(contacts: WithdrawnContacts): Promise<number>;
}

export const PLANNED_CONTACTS = 'kaiku:planned-contacts';
export const HoldsPlannedContacts = (): CustomDecorator => SetMetadata(PLANNED_CONTACTS, true);
