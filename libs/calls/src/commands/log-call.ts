import { Injectable } from '@nestjs/common';
import { Clock, Forbidden, id, idempotencyKey, instant, LIMITS, line, newId, parseInput, text, viewerOf, type Actor, type StaffActor } from '@kaiku/kernel';
import { CustomerNotFound, CustomerQueries } from '@kaiku/customers';
import { Database, Idempotency, Outbox } from '@kaiku/platform';
import { z } from 'zod';
import { CallDirection, CallOutcome, CallTopic } from '../call.words';
import { callNumber, callTimes, type CallTimes } from '../call.rules';
import { CallRepository } from '../call.repository';
import { CallTarget, type TicketOfCall } from '../call-target';
import { CallLogged } from '../calls.events';
import { CALL } from '../calls.permissions';
import { UnknownCallers } from '../unknown-callers';

export const LogCallInput = z.strictObject({
  idempotencyKey,
  /** In any spelling; empty when the caller hides it. */
  number: line(60, 0).nullish(),
  direction: z.enum(CallDirection),
  startedAt: instant,
  endedAt: instant.nullish(),
  topic: z.enum(CallTopic),
  note: text(LIMITS.call.note, 0),
  outcome: z.enum(CallOutcome),
  callBackAt: instant.nullish(),
  customerId: id.nullish(),
  addToTicketId: z.string().max(100).nullish(),
});
export type LogCallInput = Omit<z.output<typeof LogCallInput>, 'idempotencyKey'>;

export interface LoggedCall {
  readonly callId: string;
  /** Both null for a wrong number only. */
  readonly ticketId: string | null;
  readonly entryId: string | null;
}

/** Writes down a call: on the ticket it belongs to, or as a ticket of its own. Once for each key. */
@Injectable()
export class LogCall {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly customers: CustomerQueries,
    private readonly strangers: UnknownCallers,
    private readonly target: CallTarget,
    private readonly calls: CallRepository,
    private readonly outbox: Outbox,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<LoggedCall> {
    if (actor.kind !== 'staff' || !actor.permissions.has(CALL.log)) throw new Forbidden(CALL.log);
    const { idempotencyKey: key, ...input } = parseInput(LogCallInput, raw);
    const number = callNumber(input.number);
    return this.database.transaction(() =>
      this.idempotency.once(actor, 'calls.log', key, input, async () => {
        // Inside, so that a repeat of the same click is never judged by a later clock.
        const times = callTimes(input, this.clock.now());
        const callId = newId();
        const { outcome } = input;
        if (outcome === 'wrong_number') return this.keep(actor, callId, input, number, times, null, null);
        const customerId = await this.caller(actor, input, number);
        const ticket = await this.target.place(actor, { ...input, outcome, customerId, startedAt: times.startedAt, callBackAt: times.callBackAt });
        return this.keep(actor, callId, input, number, times, ticket, ticket.customerId);
      }),
    );
  }

  /** Who called, as far as the agent knows. With a number and nobody to go with it, a record that keeps the number. */
  private async caller(actor: StaffActor, input: LogCallInput, number: string | null): Promise<string | null> {
    if (!input.customerId) return number && !input.addToTicketId ? this.strangers.recordFor(number) : null;
    if (!(await this.customers.exists(viewerOf(actor), input.customerId))) throw new CustomerNotFound();
    await this.calls.holdCustomer(input.customerId);
    return input.customerId;
  }

  private async keep(actor: StaffActor, callId: string, input: LogCallInput, number: string | null, times: CallTimes, ticket: TicketOfCall | null, customerId: string | null): Promise<LoggedCall> {
    const { direction, topic, outcome } = input;
    const entryId = ticket?.entryId ?? null;
    await this.calls.insert({ id: callId, entryId, staffId: actor.id, customerId, number, direction, topic, outcome, ...times, recordedAt: this.clock.now() });
    await this.outbox.publish(CallLogged, { callId, ticketId: ticket?.ticketId ?? null, entryId, customerId, actorId: actor.id, outcome });
    return { callId, ticketId: ticket?.ticketId ?? null, entryId };
  }
}
