/** Values a message may need. Never a secret; personal data only when the reader typed or may see them. */
export type ProblemParams = Readonly<Record<string, string | number | boolean | null>>;

/**
 * A refusal the business knows: thrown by a rule or command, so that the transaction rolls back; shown to the client
 * as the union member of the same name. Codes are dotted lower case; the sentence is rendered at the edge.
 */
export abstract class Problem extends Error {
  abstract readonly code: string;
  constructor(readonly params: ProblemParams = {}) {
    super();
    this.name = new.target.name;
  }
  /** Typed extras for the union member beyond code, message and params. */
  extras(): Record<string, unknown> {
    return {};
  }
}

export interface FieldProblem {
  /** Dotted path into the input, for example `cc.0`. */
  readonly path: string;
  readonly code: string;
  readonly params?: ProblemParams;
}

/** Malformed input; each field is named with a code whose message says the remedy. */
export class InvalidInput extends Problem {
  readonly code = 'input.invalid';
  constructor(readonly fields: readonly FieldProblem[]) {
    super({ fields: fields.map((f) => f.path).join(', ') });
  }
}

/** The operation itself is not allowed; never says whether the object exists. */
export class Forbidden extends Error {
  constructor(readonly permission?: string) {
    super('forbidden');
    this.name = 'Forbidden';
  }
}

/** No session, or one that has ended. */
export class Unauthenticated extends Error {
  constructor() {
    super('unauthenticated');
    this.name = 'Unauthenticated';
  }
}

/** The same idempotency key came with another body. */
export class IdempotencyKeyReused extends Problem {
  readonly code = 'idempotency.key_reused';
}
