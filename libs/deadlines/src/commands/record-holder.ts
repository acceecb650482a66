import { Injectable } from '@nestjs/common';
import type { Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { DeadlineRepository } from '../deadline.repository';

/** Keeps who had the matter when its clock became late; the first who is noted stays. @returns false when somebody is noted already */
@Injectable()
export class RecordHolder {
  constructor(
    private readonly database: Database,
    private readonly deadlines: DeadlineRepository,
  ) {}

  run(_actor: Actor, deadlineId: string, { assigneeId, teamId }: { readonly assigneeId: string | null; readonly teamId: string }): Promise<boolean> {
    return this.database.transaction(() => this.deadlines.holder(deadlineId, assigneeId, teamId));
  }
}
