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
