import { Injectable } from '@nestjs/common';
import { Clock, newId, staffIdOf, type Actor, type EventDefinition } from '@kaiku/kernel';
import { ApplySignals, type Signal } from '@kaiku/deadlines';
import { Outbox } from '@kaiku/platform';
import { factsOf, signalsOfChange } from './deadline-signals.rules';
import { EntryRepository, type NewEntry } from './entry.repository';
import { TicketTiers } from './ticket-tiers';
import { TicketRepository, type LastEntryColumns } from './ticket.repository';
import type { FieldVersions, SystemNote, TicketChange, TicketState } from './ticket.state';
import type { ChangedField, TicketNews } from './tickets.events';

/** An event with what it carries beyond the news. */
export interface Telling<E extends TicketNews = TicketNews> {
  readonly event: EventDefinition<E>;
  readonly more: Omit<E, keyof TicketNews>;
}
export const tell = <E extends TicketNews>(event: EventDefinition<E>, more: Omit<E, keyof TicketNews>): Telling => ({ event, more }) as unknown as Telling;

/** The one place where a change of a ticket is written: entries, columns, version and event together, in the caller's transaction. */
@Injectable()
export class TicketWriter {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly entries: EntryRepository,
    private readonly outbox: Outbox,
    private readonly clocks: ApplySignals,
    private readonly tiers: TicketTiers,
    private readonly clock: Clock,
  ) {}

  /**
   * @param ticket locked
   * @param entries what people said; the change's own notes follow them
   * @param signals what the ticket's clocks are to be told beyond the change itself
   * @returns the new version
   */
  async apply(actor: Actor, ticket: TicketState, change: TicketChange, telling: Telling, entries: readonly NewEntry[] = [], signals: readonly Signal[] = []): Promise<number> {
    const now = this.clock.now();
    const version = ticket.version + 1;
    const notes = change.notes.map((note) => systemEntry(actor, note, version, now));
    await this.entries.append(ticket.id, [...entries, ...notes], now);
    const tierOf = await this.tiers.of(ticket.customerId, change.set.customerId);
    const due = await this.clocks.run(actor, { id: ticket.id, kind: 'ticket' }, factsOf(ticket, tierOf), signalsOfChange(actor, ticket, change, entries, signals, tierOf, now));
    const spoken = entries.findLast((e) => e.kind !== 'system');
    await this.tickets.save(ticket.id, ticket.version, {
      ...change.set,
      ...(change.fields.length > 0 ? { fieldVersions: moved(ticket.fieldVersions, change.fields, version, staffIdOf(actor)) } : {}),
      ...(spoken ? lastEntryOf(spoken) : {}),
      ...due,
      updatedAt: now,
    });
    const teamId = change.set.teamId ?? ticket.teamId;
    const assigneeId = change.set.assigneeId === undefined ? ticket.assigneeId : change.set.assigneeId;
    const changed: ChangedField[] = [...change.fields.filter((f) => f !== 'entries'), ...(entries.length + notes.length > 0 ? (['entries'] as const) : [])];
    const news: TicketNews = {
      ticketId: ticket.id, number: ticket.number, version, teamId, assigneeId, changed, actorId: staffIdOf(actor),
      ...(teamId !== ticket.teamId ? { previousTeamId: ticket.teamId } : {}),
      ...(assigneeId !== ticket.assigneeId && ticket.assigneeId ? { previousAssigneeId: ticket.assigneeId } : {}),
    };
    await this.outbox.publish(telling.event, { ...news, ...telling.more });
    return version;
  }
}

export const lastEntryOf = (e: NewEntry): LastEntryColumns => ({
  lastEntryId: e.id, lastEntryKind: e.kind, lastEntryAt: e.at, lastEntryPreview: e.preview, lastEntryByUs: e.authorKind !== 'customer',
  // Who wrote it down: their own entry is not unread to them.
  lastEntryStaffId: e.authorStaffId,
});

export function systemEntry(actor: Actor, note: SystemNote, version: number, now: Date): NewEntry {
  return {
    id: newId(), kind: 'system', visibility: 'internal', authorKind: actor.kind === 'staff' ? 'agent' : actor.kind === 'system' ? 'rule' : 'customer',
    authorStaffId: staffIdOf(actor), authorName: null, channel: null, at: now, body: null, preview: null,
    change: { code: note.code, params: note.params, version }, aboutEntryId: note.aboutEntryId ?? null, isCustomerContact: false, isHumanReply: false,
  };
}

const moved = (versions: FieldVersions, fields: readonly string[], version: number, by: string | null): FieldVersions => ({
  ...versions, ...Object.fromEntries(fields.map((field) => [field, { version, by }])),
});
