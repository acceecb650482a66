import { Injectable } from '@nestjs/common';
import { SuppressAddress } from '@kaiku/customers';
import { Clock, LIMITS, newId, system } from '@kaiku/kernel';
import { log, TakesDeliveryNews, type DeliveryNews, type DeliveryNewsTaker } from '@kaiku/platform';
import { bounceClass } from './bounce.rules';
import { BounceRepository } from './bounce.repository';
import { CandidateRepository } from '../planning/candidate.repository';
import { DispatchRepository, type InvitationRow } from './dispatch.repository';
import { MailMarks } from './mail-marks';
import { DEFAULT_PROVIDER, ProviderRepository } from './provider.repository';

const ACTOR = system('surveys.bounces');

/**
 * Bounces of survey mail. An address that is gone is not asked again; one that is full three times in thirty days neither; a refusal
 * of us as sender is no fault of the person: it pauses sending until somebody has looked.
 */
@TakesDeliveryNews()
@Injectable()
export class SurveyNews implements DeliveryNewsTaker {
  constructor(
    private readonly marks: MailMarks,
    private readonly dispatch: DispatchRepository,
    private readonly bounces: BounceRepository,
    private readonly providers: ProviderRepository,
    private readonly suppress: SuppressAddress,
    private readonly candidates: CandidateRepository,
    private readonly clock: Clock,
  ) {}

  knows(address: string): boolean {
    return this.marks.idOfReturnPath(address) !== null;
  }

  async take(news: DeliveryNews): Promise<boolean> {
    const id = news.to.map((address) => this.marks.idOfReturnPath(address)).find((found) => found !== null) ?? (news.originalMessageId ? this.marks.idOfMessage(news.originalMessageId) : null);
    const row = id ? await this.dispatch.get(id) : null;
    if (!row) return false;
    const now = this.clock.now();
    const kind = bounceClass(news.status);
    if (news.action === 'delivered' || news.action === 'relayed' || news.action === 'expanded') return true;
    if (news.action === 'delayed' && kind !== 'policy') return true;
    if (!(await this.bounces.add({ id: newId(), invitationId: row.id, addressHash: row.addressHash, class: kind, code: news.status ?? '5.0.0', at: now }))) return true;
    await this.dispatch.bounced(row.id, now);
    log.warn({ invitationId: row.id, class: kind, code: news.status }, 'a survey mail came back');
    if (kind === 'policy') await this.providers.pause(DEFAULT_PROVIDER, 'refused_by_policy', now);
    else if (kind === 'hard') await this.stop(row, 'hard_bounce', news.status);
    else if ((await this.bounces.soft(row.addressHash, new Date(now.getTime() - LIMITS.surveySending.softBounceDays * 86_400_000))) >= LIMITS.surveySending.softBounces) await this.stop(row, 'soft_bounces', news.status);
    return true;
  }

  /** An address the person has no more is asked no more in any case. */
  private async stop(row: InvitationRow, cause: 'hard_bounce' | 'soft_bounces', code: string | null): Promise<void> {
    const address = row.contactPointId ? await this.candidates.address(row.customerId, row.contactPointId) : null;
    if (address) await this.suppress.run(ACTOR, { kind: 'email', address, scope: 'surveys', cause, evidence: code });
  }
}
