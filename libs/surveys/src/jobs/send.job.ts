import { Injectable } from '@nestjs/common';
import { Clock, defineJob, type Attempt, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Config, Database, DueRows, FenceLost, gatedBody, Handles, log, SmtpSender, type DueRow, type DueSource } from '@kaiku/platform';
import { z } from 'zod';
import { ClaimInvitation, type Claimed } from '../dispatch/claim-invitation';
import { DispatchRepository } from '../dispatch/dispatch.repository';
import { afterSending, slowsDown } from '../dispatch/dispatch.rules';
import { DEFAULT_PROVIDER, ProviderRepository } from '../dispatch/provider.repository';
import { SurveyMail } from '../dispatch/survey-mail';

/** What the sweep makes of an invitation whose time has come. */
export const SendInvitation = defineJob({ name: 'surveys.send', queue: 'survey-dispatch', schema: z.object({ id: z.uuid(), fence: z.number() }) });

/** Invitations whose time has come, and those whose sender died. None while the provider wants to be left alone. */
@DueRows()
@Injectable()
export class DueInvitations implements DueSource {
  readonly job = SendInvitation;
  constructor(
    private readonly dispatch: DispatchRepository,
    private readonly providers: ProviderRepository,
    private readonly smtp: SmtpSender,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}
  async claim(limit: number): Promise<readonly DueRow[]> {
    const now = this.clock.now();
    if (!this.smtp.configured || !(await this.providers.open(DEFAULT_PROVIDER, now))) return [];
    return this.dispatch.claimDue(now, limit, this.config.mail.leaseSeconds);
  }
  async release(rows: readonly DueRow[]): Promise<void> {
    await this.dispatch.letGo(rows.map((row) => row.id));
  }
}

/** Sends one survey at most once: `claimed`, then `sending` before the first byte, then what the server said. */
@Handles(SendInvitation)
@Injectable()
export class SendInvitationHandler implements JobHandler<{ id: string; fence: number }> {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimInvitation,
    private readonly dispatch: DispatchRepository,
    private readonly providers: ProviderRepository,
    private readonly mails: SurveyMail,
    private readonly smtp: SmtpSender,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async run({ id, fence }: { id: string; fence: number }): Promise<JobOutcome> {
    if (!this.smtp.configured) return 'skipped: outbound mail is paused';
    if (!(await this.providers.open(DEFAULT_PROVIDER, this.clock.now()))) {
      await this.dispatch.letGo([id]);
      return 'skipped: the provider is left alone for a while';
    }
    const claimed = await this.claims.claim(id, fence);
    if ('skipped' in claimed) return `skipped: ${claimed.skipped}`;
    const lease = this.config.mail.leaseSeconds;
    const renewal = setInterval(() => void this.dispatch.renew(id, fence, lease).catch(() => undefined), (lease * 1000) / 3);
    try {
      const attempt = await this.attempt(claimed, lease);
      if (!attempt) return 'skipped: taken over, or not to be sent any more';
      const now = this.clock.now();
      const next = afterSending({ tries: claimed.row.tries + 1, createdAt: new Date(claimed.row.plannedAt) }, attempt, now, Math.random());
      const ours = await this.database.transaction(() => this.dispatch.finish(id, fence, next, now));
      if (slowsDown(attempt)) await this.providers.failed(DEFAULT_PROVIDER, now);
      else if (attempt.result === 'accepted') await this.providers.worked(DEFAULT_PROVIDER);
      log.info({ invitationId: id, state: next.state, code: next.errorCode }, 'survey mail');
      return ours ? 'done' : 'skipped: taken over by another sender';
    } finally {
      clearInterval(renewal);
    }
  }

  private async attempt(claimed: Extract<Claimed, { address: string }>, lease: number): Promise<Attempt | null> {
    const { row, survey, address } = claimed;
    const mail = await this.mails.make(row, survey, address);
    let dotSent = false;
    const body = gatedBody(mail.bytes, () => this.claims.begin(claimed, mail), async () => (dotSent = await this.dispatch.renew(row.id, row.fence, lease)));
    try {
      return await this.smtp.send(mail.envelope, body, () => dotSent);
    } catch (error) {
      if (error instanceof FenceLost) return null;
      throw error;
    }
  }
}
