import { Injectable } from '@nestjs/common';
import { Clock, defineJob, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Database, DueRows, Handles, log, RelayLookup, type DueRow, type DueSource } from '@kaiku/platform';
import { z } from 'zod';
import { DispatchRepository } from '../dispatch/dispatch.repository';
import { afterLookup } from '../dispatch/dispatch.rules';

export const ResolveUnknownInvitation = defineJob({ name: 'surveys.resolve-unknown', queue: 'survey-dispatch', schema: z.object({ id: z.uuid(), fence: z.number() }) });

/** Invitations of which nobody knows whether they arrived. */
@DueRows()
@Injectable()
export class DueUnknownInvitations implements DueSource {
  readonly job = ResolveUnknownInvitation;
  constructor(
    private readonly dispatch: DispatchRepository,
    private readonly clock: Clock,
  ) {}
  claim(limit: number): Promise<readonly DueRow[]> {
    return this.dispatch.claimUnknown(this.clock.now(), limit, 30);
  }
}

/** Asks the relay. A survey is sent again only when the relay says that it has not seen it. */
@Handles(ResolveUnknownInvitation)
@Injectable()
export class ResolveUnknownInvitationHandler implements JobHandler<{ id: string; fence: number }> {
  constructor(
    private readonly database: Database,
    private readonly dispatch: DispatchRepository,
    private readonly lookup: RelayLookup,
    private readonly clock: Clock,
  ) {}

  async run({ id, fence }: { id: string; fence: number }): Promise<JobOutcome> {
    const row = await this.dispatch.get(id);
    if (row?.state !== 'unknown' || row.fence !== fence) return 'skipped: resolved already';
    // Asked outside any transaction: the relay may take its time.
    const seen = await this.lookup.seen(row.messageId!);
    if (seen === null && this.lookup.available) return 'skipped: the look-up did not answer; asked again later';
    const now = this.clock.now();
    const next = afterLookup(seen, new Date(row.unknownSince ?? now), now);
    const ours = await this.database.transaction(() => this.dispatch.finish(id, fence, next, now));
    log.info({ invitationId: id, seen, state: next.state }, 'unknown outcome of a survey mail');
    return ours ? 'done' : 'skipped: resolved already';
  }
}
