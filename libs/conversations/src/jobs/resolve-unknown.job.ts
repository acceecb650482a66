import { Injectable } from '@nestjs/common';
import { Clock, defineJob, system, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Database, Handles, log, RelayLookup } from '@kaiku/platform';
import { z } from 'zod';
import { OutboundChanged } from '../commands/outbound-changed';
import { TicketDoor } from '../inbound/ticket-door';
import { OutboundRepository } from '../outbound/outbound.repository';
import { resolveUnknown } from '../outbound/outbound.rules';

export const ResolveUnknown = defineJob({ name: 'conversations.resolve-unknown', queue: 'replies', schema: z.object({ id: z.uuid(), fence: z.number() }) });

/** An outcome nobody knows: asks the relay; without an answer replies go again under the same Message-ID, automatic mail does not. */
@Handles(ResolveUnknown)
@Injectable()
export class ResolveUnknownHandler implements JobHandler<{ id: string; fence: number }> {
  constructor(
    private readonly outbound: OutboundRepository,
    private readonly lookup: RelayLookup,
    private readonly changed: OutboundChanged,
    private readonly tickets: TicketDoor,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ id, fence }: { id: string; fence: number }): Promise<JobOutcome> {
    const before = await this.outbound.get(id);
    if (!before || before.state !== 'unknown' || before.fence !== fence) return 'skipped: resolved already';
    // Asked outside any transaction: the relay may take its time.
    const seen = await this.lookup.seen(before.rfcMessageId);
    if (seen === null && this.lookup.available) return 'skipped: the look-up did not answer; asked again later';
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const next = resolveUnknown(before.kind, seen, new Date(before.unknownSince ?? now), now);
      // The ticket is locked before the message, here as everywhere.
      if (before.kind === 'acknowledgement' && next.state === 'sent') await this.tickets.tellClocks(system('outbound'), before.ticketId, { type: 'ack', at: now, entryId: id, automatic: true });
      if (!(await this.outbound.resolve(id, fence, next.state, next.nextTryAt, now))) return 'skipped: resolved already';
      await this.changed.run(system('outbound'), before.ticketId);
      log.info({ outboundId: id, seen, state: next.state }, 'unknown outcome resolved');
      return 'done' as const;
    });
  }
}
