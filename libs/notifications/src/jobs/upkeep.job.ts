import { Injectable } from '@nestjs/common';
import { Clock, defineJob, LIMITS, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Database, Handles } from '@kaiku/platform';
import { StaffDeactivated } from '@kaiku/staff';
import { z } from 'zod';
import { NoticeRepository } from '../notice.repository';
import { PushSubscriptionRepository } from '../settings/push-subscription.repository';

const HOUR = 3_600_000;
export const NotificationsUpkeep = defineJob({ name: 'notifications.upkeep', queue: 'upkeep', schema: z.object({}), everyMs: HOUR, attempts: 1 });
export const ForgetBrowsers = defineJob({ name: 'notifications.forget-browsers', queue: 'notifications', schema: StaffDeactivated.schema, on: StaffDeactivated, kept: true });

/** Notices read long ago go, with what was delivered of them. */
@Handles(NotificationsUpkeep)
@Injectable()
export class NotificationsUpkeepHandler implements JobHandler<object> {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeRepository,
    private readonly clock: Clock,
  ) {}
  async run(): Promise<JobOutcome> {
    const before = new Date(this.clock.now().getTime() - LIMITS.notice.keepDays * 24 * HOUR);
    const gone = await this.database.transaction(() => this.notices.purge(before));
    return gone > 0 ? 'done' : 'skipped: nothing is old enough';
  }
}

/** The browsers of somebody who has left take no pushes of ours. */
@Handles(ForgetBrowsers)
@Injectable()
export class ForgetBrowsersHandler implements JobHandler<{ staffId: string }> {
  constructor(
    private readonly database: Database,
    private readonly browsers: PushSubscriptionRepository,
  ) {}
  async run({ staffId }: { staffId: string }): Promise<JobOutcome> {
    const gone = await this.database.transaction(() => this.browsers.forgetPerson(staffId));
    return gone > 0 ? 'done' : 'skipped: there were none';
  }
}
