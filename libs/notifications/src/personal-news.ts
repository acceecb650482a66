import { Injectable } from '@nestjs/common';
import { Clock, viewerOf, type SystemActor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import type { TicketNews } from '@kaiku/tickets';
import { Notify } from './commands/notify';
import { mentionedIn } from './mention.rules';
import { NoticeRepository } from './notice.repository';
import { RecipientQueries } from './recipients.queries';

/** What a change of a ticket means to its assignee, to the previous one, and to those whom a note calls. */
@Injectable()
export class PersonalNews {
  constructor(
    private readonly database: Database,
    private readonly recipients: RecipientQueries,
    private readonly notices: NoticeRepository,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /** Somebody got the ticket, unless they took it themselves. @returns how many were told now */
  async assigned(actor: SystemActor, { ticketId, version, assigneeId, previousAssigneeId, actorId }: TicketNews): Promise<number> {
    return this.database.transaction(async () => {
      const now = this.clock.now();
      if (previousAssigneeId) for (const staffId of await this.notices.settle(ticketId, now, previousAssigneeId, null)) await this.notices.tell(staffId);
      if (!assigneeId || assigneeId === actorId) return 0;
      const ticket = await this.recipients.ticket(viewerOf(actor, 'operations'), ticketId);
      // Given on since: the next one is told by the event that gave it on.
      if (ticket?.assigneeId !== assigneeId) return 0;
      return this.notify.run(actor, { cause: 'assigned', to: [assigneeId], ticket, key: `asg:${ticketId}:${version}`, respectsQuiet: true });
    });
  }

  /** The customer wrote again. @returns how many were told now */
  async customerReplied(actor: SystemActor, { ticketId, entryId, actorId }: Pick<TicketNews, 'ticketId' | 'actorId'> & { readonly entryId: string }): Promise<number> {
    const viewer = viewerOf(actor, 'operations');
    const ticket = await this.recipients.ticket(viewer, ticketId);
    // Who wrote down what the customer said knows it.
    if (!ticket?.assigneeId || ticket.assigneeId === actorId || !(await this.recipients.isCustomersWord(viewer, entryId))) return 0;
    return this.notify.run(actor, { cause: 'customer_replied', to: [ticket.assigneeId], ticket, key: `rpl:${entryId}`, respectsQuiet: true });
  }

  /** A colleague answered: what was told of the clocks this has ended need not be read any more. @returns how many it was told to */
  async answered(ticketId: string): Promise<number> {
    return this.database.transaction(async () => {
      const told = await this.notices.settleClocks(ticketId, this.clock.now());
      for (const staffId of told) await this.notices.tell(staffId);
      return told.length;
    });
  }

  /** A note calls colleagues by name; not its own author. @returns how many were told now */
  async mentioned(actor: SystemActor, { ticketId, entryId, actorId }: Pick<TicketNews, 'ticketId' | 'actorId'> & { readonly entryId: string }): Promise<number> {
    const viewer = viewerOf(actor, 'operations');
    const note = await this.recipients.note(viewer, ticketId, entryId);
    const ticket = note?.includes('@') ? await this.recipients.ticket(viewer, ticketId) : null;
    if (!ticket || note === null) return 0;
    const to = mentionedIn(note, await this.recipients.colleagues(viewer, ticketId)).filter((id) => id !== actorId);
    return this.notify.run(actor, { cause: 'mentioned', to, ticket, key: `men:${entryId}`, respectsQuiet: true });
  }
}
