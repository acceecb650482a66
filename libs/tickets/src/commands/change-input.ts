import { z } from 'zod';

/** A malformed ticket id is answered like an unknown one, so it is not refused as input. */
export const ticketId = z.string().max(100);
/** The version the sender saw. */
export const expectedVersion = z.number().int().min(0);

/** What a command on a ticket answers with. */
export interface Changed {
  readonly ticketId: string;
  readonly version: number;
}
