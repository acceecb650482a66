import { Injectable } from '@nestjs/common';
import { line, parseInput, type Viewer } from '@kaiku/kernel';
import { CustomerCandidates, normalisePhone, type CustomerView } from '@kaiku/customers';
import { TicketQueries, type TicketRefView } from '@kaiku/tickets';
import { z } from 'zod';

/** Somebody the caller may be, with what is open for them. `exact`: the whole number is theirs. */
export interface CallerMatch {
  readonly customer: CustomerView;
  readonly openTickets: readonly TicketRefView[];
  readonly exact: boolean;
}

const Typed = z.object({ number: line(100, 0) });

/** What the call dialog shows while the agent types a number or a name. */
@Injectable()
export class CallerMatches {
  constructor(
    private readonly candidates: CustomerCandidates,
    private readonly tickets: TicketQueries,
  ) {}

  /** `normalised` is the number in E.164 once it is whole; five matches at most, the best first. */
  async find(viewer: Viewer, typed: string): Promise<{ readonly normalised: string | null; readonly matches: readonly CallerMatch[] }> {
    const { number } = parseInput(Typed, { number: typed });
    const found = await this.candidates.byPhoneDigits(viewer, number);
    const open = await this.tickets.openOfCustomers(viewer, found.map(({ customer }) => customer.id));
    return { normalised: normalisePhone(number), matches: found.map((match) => ({ ...match, openTickets: open.get(match.customer.id) ?? [] })) };
  }
}
