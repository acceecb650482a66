import { Injectable } from '@nestjs/common';
import { can, Clock, id, idempotencyKey, InvalidInput, line, LIMITS, locale, parseInput, text, type Actor } from '@kaiku/kernel';
import { CUSTOMER_PERMISSIONS, CustomerNotFound } from '@kaiku/customers';
import { Database, Idempotency } from '@kaiku/platform';
import { TeamNotFound } from '@kaiku/staff';
import { z } from 'zod';
import { TicketChannel, TicketKind, TicketPriority } from '../ticket.words';
import { CreateTicket, type CreatedTicket } from './create-ticket';

export const OpenTicketInput = z.object({
  idempotencyKey,
  kind: z.enum(TicketKind),
  subject: line(LIMITS.ticket.subject),
  text: text(LIMITS.entry.body),
  channel: z.enum(TicketChannel),
  teamId: id.nullish(),
  customerId: id.nullish(),
  priority: z.enum(TicketPriority).nullish(),
  language: locale.nullish(),
  orderNumber: line(60).nullish(),
  answerWanted: z.boolean().nullish(),
  assignToMe: z.boolean().nullish(),
  receivedAt: z.coerce.date({ error: 'not_a_time' }).nullish(),
});

/** A staff member writes down what a customer said in the shop, on the phone or in a letter. Once for each key. */
@Injectable()
export class OpenTicket {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly createTicket: CreateTicket,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<CreatedTicket> {
    const { idempotencyKey: key, ...input } = parseInput(OpenTicketInput, raw);
    const now = this.clock.now();
    if (input.receivedAt && input.receivedAt.getTime() > now.getTime() + 60_000) throw new InvalidInput([{ path: 'receivedAt', code: 'in_the_future' }]);
    const staff = actor.kind === 'staff' ? actor : null;
    const teamId = input.teamId ?? (staff ? [...staff.teamIds].sort()[0] : undefined);
    if (!teamId) throw new TeamNotFound();
    return this.database.transaction(() =>
      this.idempotency.once(actor, 'openTicket', key, input, async () => {
        // One that does not exist is found out by the insert itself.
        if (input.customerId && !can(actor, CUSTOMER_PERMISSIONS.view)) throw new CustomerNotFound();
        return this.createTicket.run(actor, {
          kind: input.kind, channel: input.channel, subject: input.subject, language: input.language ?? 'fi', teamId, customerId: input.customerId,
          assigneeId: input.assignToMe ? staff?.id : null, priority: input.priority ?? 'normal', orderNumber: input.orderNumber, answerWanted: input.answerWanted ?? true,
          receivedAt: input.receivedAt ?? now, status: input.assignToMe ? 'open' : 'new',
          entry: { kind: 'customer_message', visibility: 'public', authorKind: 'customer', authorStaffId: staff?.id, channel: input.channel, at: input.receivedAt ?? now, body: input.text, isCustomerContact: true },
        });
      }),
    );
  }
}
