import { Injectable } from '@nestjs/common';
import { idempotencyKey, parseInput, type Actor } from '@kaiku/kernel';
import { Database, Idempotency } from '@kaiku/platform';
import { z } from 'zod';
import { FieldConflicts } from '../field-conflicts';
import { TicketRepository } from '../ticket.repository';
import { visible } from '../ticket.rules';
import { changeOf } from '../ticket.state';
import { TicketKind, wireName } from '../ticket.words';
import { TicketWriter, tell } from '../ticket.writer';
import { TicketKindChanged } from '../tickets.events';
import { expectedVersion, ticketId, type Changed } from './change-input';

export const ChangeTicketKindInput = z.object({ idempotencyKey, ticketId, expectedVersion, kind: z.enum(TicketKind) });

/** Declares what a ticket is. It counts from the moment the customer turned to us: a call can be a complaint from its own time. */
@Injectable()
export class ChangeTicketKind {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly tickets: TicketRepository,
    private readonly writer: TicketWriter,
    private readonly conflicts: FieldConflicts,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<Changed> {
    const { idempotencyKey: key, ...input } = parseInput(ChangeTicketKindInput, raw);
    return this.database.transaction(() =>
      this.idempotency.once(actor, 'changeTicketKind', key, input, async () => {
        const ticket = visible(actor, await this.tickets.lock(input.ticketId));
        if (input.kind === ticket.kind) return { ticketId: ticket.id, version: ticket.version };
        const [from, to] = [wireName(ticket.kind), wireName(input.kind)];
        await this.conflicts.assertNone(actor, ticket, input.expectedVersion, [{ field: 'kind', yours: to, theirs: from }]);
        const change = changeOf('kind', { kind: input.kind }, 'kind_changed', from, to, { since: ticket.receivedAt });
        return { ticketId: ticket.id, version: await this.writer.apply(actor, ticket, change, tell(TicketKindChanged, { from: ticket.kind, to: input.kind })) };
      }),
    );
  }
}
