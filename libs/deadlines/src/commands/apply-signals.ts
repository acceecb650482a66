import { Injectable } from '@nestjs/common';
import type { Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { DeadlineRepository } from '../deadline.repository';
import { Desks } from '../desk';
import type { Signal, Subject, SubjectFacts } from '../signals';
import type { SubjectWork } from '../subject/subject-work';
import { workIn } from '../subject/subject.rules';
import { writingOf } from '../writing.rules';

/** The running clock of a subject that is due first. */
export interface NextDue {
  readonly nextDueAt: Date | null;
  readonly nextDeadlineId: string | null;
}

/**
 * Tells the clocks of a subject what happened to it, inside the caller's transaction and after the subject is locked. A clock that
 * cannot be computed is kept in error: no ticket is refused for it.
 */
@Injectable()
export class ApplySignals {
  constructor(
    private readonly database: Database,
    private readonly deadlines: DeadlineRepository,
    private readonly desks: Desks,
  ) {}

  /** @returns what is due next; null: nothing was told, so nothing has changed */
  async run(actor: Actor, subject: Subject, facts: SubjectFacts, signals: readonly Signal[]): Promise<NextDue | null> {
    if (signals.length === 0) return null;
    return this.database.transaction(async () => {
      const isNew = signals[0]!.type === 'opened';
      const stored = isNew ? [] : await this.deadlines.ofSubject(subject.id);
      const desk = await this.desks.for(actor);
      const work = workIn(stored, facts, signals, desk);
      const writing = writingOf(work, stored, subject, facts, desk);
      if (isNew) await this.deadlines.open(writing);
      else await this.deadlines.change(writing);
      return nextDue(work);
    });
  }
}

/** Of all running clocks, the first by its due instant; by its id where two are due at once. */
export function nextDue(work: SubjectWork): NextDue {
  let next: { at: number; id: string } | null = null;
  for (const cycle of work.all()) {
    const { state, dueAt } = work.state(cycle);
    if (state === 'running' && dueAt !== null && (!next || dueAt < next.at || (dueAt === next.at && cycle.id < next.id))) next = { at: dueAt, id: cycle.id };
  }
  return { nextDueAt: next && new Date(next.at), nextDeadlineId: next?.id ?? null };
}
