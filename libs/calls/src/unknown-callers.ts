import { Injectable } from '@nestjs/common';
import { newId, system, viewerOf } from '@kaiku/kernel';
import { CreateCustomer, CustomerCandidates } from '@kaiku/customers';

const CALLS = system('calls');

/** Callers whom nobody could name. */
@Injectable()
export class UnknownCallers {
  constructor(
    private readonly candidates: CustomerCandidates,
    private readonly create: CreateCustomer,
  ) {}

  /**
   * A record without a name that keeps the number, for the ticket that is about to be kept. Null when somebody has the number already:
   * the agent saw them and did not say it was them, and a match is never bound silently.
   */
  async recordFor(number: string): Promise<string | null> {
    const known = await this.candidates.byContact(viewerOf(CALLS), 'phone', number);
    if (known.length > 0) return null;
    return (await this.create.run(CALLS, { idempotencyKey: newId(), phone: number })).customerId;
  }
}
