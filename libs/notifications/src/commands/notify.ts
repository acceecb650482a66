import { Injectable } from '@nestjs/common';
import { Clock, LIMITS, viewerOf, type SystemActor } from '@kaiku/kernel';
import { Config, Database } from '@kaiku/platform';
import { NoticeRepository } from '../notice.repository';
import { isAboutDeadline, type NoticeCause, type OutwardChannel } from '../notice.words';
import { RecipientQueries, type Person } from '../recipients.queries';
import { wants } from '../settings/preference.rules';
import { disturbableFrom, USUAL_QUIET } from '../settings/quiet-hours.rules';

/** What is to be told to whom. */
export interface News {
  readonly cause: NoticeCause;
  readonly to: readonly string[];
  readonly ticket: { readonly id: string; readonly number: number } | null;
  readonly deadlineId?: string | null;
  /** Numbers, times and codes; nothing about the customer. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** What happened, in one word that is the same whenever its job runs: `rem:<id>`. */
  readonly key: string;
  /** Mail and push wait for the end of quiet hours. */
  readonly respectsQuiet: boolean;
  /** `never` for what must stand by itself, `many` above the limit, `always` for what is one line by plan. */
  readonly digest?: 'never' | 'many' | 'always';
}

const MINUTE = 60_000;

/** Writes notices: once for each person, by the channels that person wants, many in a short time as one. */
@Injectable()
export class Notify {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeRepository,
    private readonly recipients: RecipientQueries,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Joins the caller's transaction. @returns how many were written now; 0 when all of them were written before */
  async run(actor: SystemActor, news: News): Promise<number> {
    return this.database.transaction(async () => {
      let written = 0;
      // In the order of ids, so that two jobs about the same people never wait for each other in a circle.
      for (const person of await this.recipients.people(viewerOf(actor, 'operations'), news.to)) if (await this.tell(person, news)) written++;
      return written;
    });
  }

  private async tell(person: Person, news: News): Promise<boolean> {
    const now = this.clock.now();
    const outward = this.outward(person, news.cause);
    // Who wants a mail only gets no line; who can be told in no other way gets one after all when a deadline is at stake.
    const inApp = wants(person.preferences, news.cause, 'in_app') || (outward.length === 0 && isAboutDeadline(news.cause));
    if (!inApp && outward.length === 0) return false;
    const digest = news.digest ?? 'never';
    if (digest !== 'never') await this.notices.lockPerson(person.id);
    const id = await this.notices.add({ staffId: person.id, cause: news.cause, ticket: news.ticket, deadlineId: news.deadlineId ?? null, params: news.params ?? {}, dedupeKey: `${news.key}:${person.id}`, inApp }, now);
    if (!id) return false;
    const releaseAt = news.respectsQuiet ? disturbableFrom(person.quiet ?? USUAL_QUIET, now, this.config.timeZone) : now;
    if (digest === 'never' || !(await this.folded(person, id, digest, now, releaseAt))) for (const channel of outward) await this.notices.deliver(id, channel, releaseAt);
    await this.notices.tell(person.id);
    return true;
  }

  /** Channels outside the console that the person wants and that can reach them. */
  private outward(person: Person, cause: NoticeCause): readonly OutwardChannel[] {
    const reachable: readonly OutwardChannel[] = [...(this.config.mail.outUrl ? (['mail'] as const) : []), ...(person.browsers > 0 ? (['push'] as const) : [])];
    return reachable.filter((channel) => wants(person.preferences, cause, channel));
  }

  /** Whether the line went into a digest. The digest's own mail leaves when it takes no more lines, so that it tells of all of them. */
  private async folded(person: Person, id: string, digest: 'many' | 'always', now: Date, releaseAt: Date): Promise<boolean> {
    const since = new Date(now.getTime() - LIMITS.notice.digestMinutes * MINUTE);
    const closesAt = new Date(now.getTime() + LIMITS.notice.digestMinutes * MINUTE);
    const leavesAt = releaseAt > now ? releaseAt : closesAt;
    const open = await this.notices.openDigest(person.id, since);
    if (open) {
      await this.notices.fold([id], open);
      await this.notices.releaseSooner(open, leavesAt);
      return true;
    }
    const lines = digest === 'always' ? [id] : await this.notices.foldable(person.id, since);
    if (digest === 'many' && lines.length <= LIMITS.notice.digestOver) return false;
    const outward = this.outward(person, 'digest');
    const inApp = wants(person.preferences, 'digest', 'in_app') || outward.length === 0;
    const made = await this.notices.add({ staffId: person.id, cause: 'digest', ticket: null, deadlineId: null, params: {}, dedupeKey: `dig:${id}:${person.id}`, inApp }, now);
    if (!made) return false;
    await this.notices.fold(lines, made);
    for (const channel of outward) await this.notices.deliver(made, channel, leavesAt);
    return true;
  }
}
