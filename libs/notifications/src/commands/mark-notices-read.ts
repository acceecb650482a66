import { Injectable } from '@nestjs/common';
import { Clock, isId, LIMITS, Unauthenticated, InvalidInput, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { NoticeRepository } from '../notice.repository';

export interface MarkedNotices {
  readonly ids?: readonly string[] | null;
  /** All of a ticket, when it is opened. */
  readonly ticketId?: string | null;
  readonly all?: boolean | null;
}

/** Notices the reader has read, here or on another device. Ids that are not theirs are as good as none. */
@Injectable()
export class MarkNoticesRead {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were unread before */
  async run(actor: Actor, { ids, ticketId, all }: MarkedNotices): Promise<number> {
    if (actor.kind !== 'staff') throw new Unauthenticated();
    if (ids && ids.length > LIMITS.page.max) throw new InvalidInput([{ path: 'ids', code: 'too_many_ids', params: { maximum: LIMITS.page.max } }]);
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const read = all ? await this.notices.readAll(actor.id, now) : await this.notices.readSome(actor.id, (ids ?? []).filter(isId), isId(ticketId) ? ticketId : null, now);
      if (read > 0) await this.notices.tell(actor.id);
      return read;
    });
  }
}
