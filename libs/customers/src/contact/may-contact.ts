import { Injectable } from '@nestjs/common';
import { contactPoint } from '../contact-point.rules';
import { AddressHashes } from './address-hashes';
import { ContactChoicesRepository } from './contact-choices.repository';
import type { ContactAnswer } from './contact-terms';
import { decideContact, strictest, type Sending } from './may-contact.rules';

/** Who is about to get what. */
export interface ContactQuestion extends Sending {
  /** Null when nobody is known: then everybody whose address it is counts, the strictest first. */
  readonly customerId: string | null;
  /** E-mail address (channel `email`) or number (`sms`, `phone`) in any spelling; null for a letter. */
  readonly address: string | null;
}

/**
 * The one gate that every sender asks. Call it in the transaction that claims or starts the sending, before any row of that
 * sending is locked:
 *
 *     await database.transaction(async () => {
 *       const answer = await mayContact.decide({ customerId, address, purpose: 'service_quality', channel: 'email', legalMode: 'service' });
 *       if (!answer.allowed) return cancel(answer.reason);
 *       // update … set state = 'sending' … : until this commits, no objection of this person or address can
 *     });
 *
 * It takes the locks of the person and the address until the transaction ends, and every objection, consent, restriction and
 * suppression takes the same ones first: what was refused before this transaction is seen here, what is refused later waits for it
 * and then takes back what is still planned (`PlannedContacts`). In one transaction ask about one person only, or about several in
 * rising order of their ids.
 *
 * `allowed: false` names the first reason of `restricted` (restricted, erased, deceased, a minor), `objection`, `no_consent`
 * (`strict` mode and marketing), `suppressed`. Throws outside a transaction, and ContactPointInvalid for a text that is no address.
 */
@Injectable()
export class MayContact {
  constructor(
    private readonly choices: ContactChoicesRepository,
    private readonly hashes: AddressHashes,
  ) {}

  async decide(question: ContactQuestion): Promise<ContactAnswer> {
    const { customerId, address } = question;
    if (customerId === null && address === null) throw new Error('mayContact asks about a person or an address');
    const kind = question.channel === 'email' ? 'email' : 'phone';
    const point = address === null ? null : contactPoint(kind, address);
    const hashes = point ? this.hashes.all(kind, point.value) : [];
    const people = customerId === null ? await this.choices.peopleAt(kind, point!.value) : [customerId];
    await this.choices.lock(people, hashes);
    const inForce = await this.choices.inForce(people, hashes);
    if (people.length === 0) return decideContact(question, null, inForce.address);
    return strictest(people.map((id) => decideContact(question, inForce.people.get(id)!, inForce.address)));
  }
}
