import { Injectable } from '@nestjs/common';
import { Clock, LIMITS, viewerOf, type Actor } from '@kaiku/kernel';
import { Database, Outbox } from '@kaiku/platform';
import { AnswerRepository } from '../answers/answer.repository';
import { askedOf, pointOf, type Answers, type Asked } from '../answers/asked';
import { LinkQueries, type LinkView } from '../answers/link.queries';
import { stateOfLink, type LinkState } from '../answers/link.rules';
import { isWritten, suspicionOf, type QuarantineReason } from '../answers/quarantine.rules';
import { keptAnswers } from '../answers/walk.rules';
import { SurveyAnswered } from '../answers/answers.events';

export interface AnswerSent {
  readonly tokenHash: Buffer;
  /** Of the questions that the page showed. */
  readonly shown: readonly string[];
  readonly answers: Answers;
  readonly contact: boolean | null;
  /** Of a page after the first: it adds to the newest revision. */
  readonly later: boolean;
  readonly sinceShownMs: number;
  readonly trapFilled: boolean;
}

export type Recorded = { readonly outcome: 'taken'; readonly revision: number; readonly answers: Answers } | { readonly outcome: Exclude<LinkState, 'open'> | 'unknown' };

/** Takes one revision of an answer, or what a later page adds to it. Two at once are two revisions, one after the other. */
@Injectable()
export class RecordAnswer {
  constructor(
    private readonly database: Database,
    private readonly links: LinkQueries,
    private readonly answers: AnswerRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, sent: AnswerSent): Promise<Recorded> {
    return this.database.transaction(async () => {
      if (!(await this.answers.lock(sent.tokenHash))) return { outcome: 'unknown' };
      const link = (await this.links.byToken(viewerOf(actor), sent.tokenHash))!;
      const now = this.clock.now();
      const state = stateOfLink(link, now);
      if (state !== 'open') return { outcome: state };
      const asked = askedOf(link, link.language, link.identified);
      const answers = keptAnswers(asked, merged(link, sent));
      return this.extends(link, sent, now) ? this.extend(link, asked, answers, now) : this.add(link, asked, sent, answers, now);
    });
  }

  /** Within the grace a later page belongs to the revision it follows; after that it is a change of its own. */
  private extends({ latest }: LinkView, sent: AnswerSent, now: Date): boolean {
    return sent.later && latest !== null && (latest.status === 'accepted' || latest.status === 'quarantined') && now.getTime() - Date.parse(latest.submittedAt) <= LIMITS.surveyAnswer.graceMinutes * 60_000;
  }

  private async extend(link: LinkView, asked: Asked, answers: Answers, now: Date): Promise<Recorded> {
    const { revision, status } = link.latest!;
    await this.answers.extend(link.invitationId, revision, { answers, ...countedOf(asked, answers) }, status);
    if (status === 'accepted') await this.answers.settleLater(link.invitationId, graceFrom(now));
    return { outcome: 'taken', revision, answers };
  }

  private async add(link: LinkView, asked: Asked, sent: AnswerSent, answers: Answers, now: Date): Promise<Recorded> {
    const { invitationId, latest } = link;
    const revision = (latest?.revision ?? 0) + 1;
    const counted = countedOf(asked, answers);
    const signals = {
      sinceDispatch: link.dispatchedAt ? seconds(now.getTime() - Date.parse(link.dispatchedAt)) : null, sinceShown: seconds(sent.sinceShownMs), posts: revision, trapFilled: sent.trapFilled,
    };
    const since = new Date(now.getTime() - LIMITS.surveyAnswer.alikeSeconds * 1000);
    const mine = (await this.answers.ofLink(invitationId, since)).filter((a) => !isWritten(a.comment));
    const alike = counted.rating === null ? [] : await this.answers.alike(invitationId, counted.rating, since);
    // What was written this time: words kept from before lift no suspicion.
    const comment = countedOf(asked, sent.answers).comment;
    const suspicion = suspicionOf({ signals, rating: counted.rating, comment, ratingsInMinute: mine.map((a) => a.rating), alikeInMinute: alike.length });
    await this.answers.insert({ invitationId, revision, answers, ...counted, contactWanted: sent.contact ?? latest?.contactWanted ?? false, signals: { ...signals, suspicion }, submittedAt: now });
    if (suspicion) await this.holdOthers(suspicion, mine.map((a) => a.id), alike.map((a) => a.id));
    else {
      await this.answers.count(invitationId, revision, now);
      await this.answers.settleLater(invitationId, graceFrom(now));
    }
    await this.outbox.publish(SurveyAnswered, { invitationId, surveyId: link.surveyId, revision, held: suspicion !== null });
    return { outcome: 'taken', revision, answers };
  }

  /** Several ratings or many answers alike are suspect together, not only the last of them. */
  private async holdOthers(suspicion: QuarantineReason, mine: readonly string[], alike: readonly string[]): Promise<void> {
    if (suspicion === 'ratings_changed') await this.answers.hold(mine, suspicion);
    if (suspicion === 'same_from_domain') await this.answers.hold(alike, suspicion);
  }
}

const seconds = (ms: number): number => Math.max(0, Math.round(ms / 100) / 10);
const graceFrom = (now: Date): Date => new Date(now.getTime() + LIMITS.surveyAnswer.graceMinutes * 60_000);

/**
 * With what was answered before. A question that was shown and left without a choice is skipped now; words written earlier stay, for
 * the page never shows them to whoever has the link.
 */
function merged({ latest, questions }: LinkView, { shown, answers }: AnswerSent): Answers {
  const texts = new Set(questions.filter((q) => q.kind === 'text').map((q) => q.id));
  const before = Object.entries(latest?.answers ?? {}).filter(([id]) => texts.has(id) || !shown.includes(id));
  return { ...Object.fromEntries(before), ...answers };
}

/** The first rating as a point of its scale, and the first words. */
function countedOf({ questions }: Asked, answers: Answers): { rating: number | null; comment: string | null } {
  const rated = questions.find((q) => q.scale !== null && answers[q.id] !== undefined);
  const written = questions.find((q) => q.kind === 'text' && answers[q.id] !== undefined);
  return { rating: rated ? pointOf(rated.scale!, answers[rated.id]!) : null, comment: written ? answers[written.id]! : null };
}
