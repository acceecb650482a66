import { Problem } from '@kaiku/kernel';

/** There is no such deadline, or not for this person: the answer is the same. */
export class DeadlineNotFound extends Problem {
  readonly code = 'deadline.not_found';
}

/** It has ended: what was, is not moved. */
export class DeadlineClosed extends Problem {
  readonly code = 'deadline.closed';
}

/** A date set by hand cannot be later than the law's. */
export class DueAfterLegal extends Problem {
  readonly code = 'deadline.after_legal';
}

/** A limit of the law stays with its own matter: this one is not merged into another. */
export class LegalNotMergeable extends Problem {
  readonly code = 'deadline.legal_not_mergeable';
}
