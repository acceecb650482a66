import { Problem } from '@kaiku/kernel';

/** There is no such customer, or not for this viewer. */
export class CustomerNotFound extends Problem {
  readonly code = 'customer.not_found';
}

/** Another customer has this customer number; says nothing of who. */
export class CustomerNumberTaken extends Problem {
  readonly code = 'customer.number_taken';
}

/** The record has moved on since it was read. */
export class CustomerConflict extends Problem {
  readonly code = 'customer.conflict';
}

/** Not an address or number we can use; `kind` is `email` or `phone`. */
export class ContactPointInvalid extends Problem {
  readonly code = 'contact_point.invalid';
  constructor(readonly kind: 'email' | 'phone') {
    super({ kind });
  }
}

/** Lifting a restriction comes after the person was told, not before (art. 18(3)). */
export class RestrictionNotTold extends Problem {
  readonly code = 'restriction.not_told';
}

/** What should be taken back does not stand any more, or never stood. */
export class ChoiceNotInForce extends Problem {
  readonly code = 'choice.not_in_force';
}

/** Not a link of ours, or one that is too old. */
export class UnsubscribeLinkInvalid extends Problem {
  readonly code = 'unsubscribe.link_invalid';
}
