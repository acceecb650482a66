import { Injectable } from '@nestjs/common';
import { CustomerTierQueries } from '@kaiku/customers';
import { PolicyBook } from '@kaiku/deadlines';
import { system, viewerOf } from '@kaiku/kernel';

const RULES = viewerOf(system('deadline policies'));

/** The tier of a customer; null for none and for nobody. */
export type TierOf = (customerId: string | null | undefined) => string | null;

/** Tiers of customers, for policies that ask for them: while none does, nothing is read. */
@Injectable()
export class TicketTiers {
  constructor(
    private readonly book: PolicyBook,
    private readonly tiers: CustomerTierQueries,
  ) {}

  async of(...customerIds: readonly (string | null | undefined)[]): Promise<TierOf> {
    const ids = customerIds.filter((id) => id !== null && id !== undefined);
    const known = ids.length > 0 && (await this.book.sheet()).asksTier ? await this.tiers.byIds(RULES, ids) : new Map<string, string>();
    return (customerId) => (customerId && known.get(customerId)) || null;
  }
}
