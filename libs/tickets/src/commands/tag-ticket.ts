import { Injectable } from '@nestjs/common';
import { InvalidInput, line, LIMITS, parseInput, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { TicketRepository } from '../ticket.repository';
import { visible } from '../ticket.rules';
import { TicketWriter, tell } from '../ticket.writer';
import { TicketChanged } from '../tickets.events';
import { expectedVersion, ticketId, type Changed } from './change-input';

const tags = z.array(line(LIMITS.ticket.tag)).max(LIMITS.ticket.tags);
export const TagTicketInput = z.object({ ticketId, expectedVersion, add: tags, remove: tags });

/** Adds and removes tags; two people's tags never conflict. Spelling in large or small letters is the same tag. */
@Injectable()
export class TagTicket {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly writer: TicketWriter,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<Changed> {
    const input = parseInput(TagTicketInput, raw);
    return this.database.transaction(async () => {
      const ticket = visible(actor, await this.tickets.lock(input.ticketId));
      const had = new Set(ticket.tags.map(folded));
      const gone = new Set(input.remove.map(folded));
      const added = input.add.filter((tag, i) => !had.has(folded(tag)) && !gone.has(folded(tag)) && input.add.findIndex((other) => folded(other) === folded(tag)) === i);
      const removed = ticket.tags.filter((tag) => gone.has(folded(tag)));
      if (added.length + removed.length === 0) return { ticketId: ticket.id, version: ticket.version };
      const after = [...ticket.tags.filter((tag) => !gone.has(folded(tag))), ...added];
      if (after.length > LIMITS.ticket.tags) throw new InvalidInput([{ path: 'add', code: 'too_many_tags', params: { maximum: LIMITS.ticket.tags } }]);
      const version = await this.writer.apply(actor, ticket, { set: { tags: after }, fields: ['tags'], notes: [{ code: 'tags_changed', params: { added, removed } }] }, tell(TicketChanged, {}));
      return { ticketId: ticket.id, version };
    });
  }
}

const folded = (tag: string): string => tag.normalize('NFC').toLocaleLowerCase('fi');
