import { Injectable } from '@nestjs/common';
import type { Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { DeadlineRepository } from '../deadline.repository';
import { LegalNotMergeable } from '../deadlines.problems';
import { Desks } from '../desk';
import type { Subject, SubjectFacts } from '../signals';
import { mergeWorks, unmergeWork } from '../subject/merge.rules';
import { SubjectWork } from '../subject/subject-work';
import { writingOf } from '../writing.rules';
import { nextDue, type NextDue } from './apply-signals';

export interface Merging {
  readonly from: Subject;
  readonly fromFacts: SubjectFacts;
  readonly into: Subject;
  readonly intoFacts: SubjectFacts;
  /** The timeline entry that tells of the merge; by it the merge can be taken back. */
  readonly entryId: string;
}

/**
 * Merges the clocks of one subject into those of another, or takes that back, inside the caller's transaction and after both subjects
 * are locked. @returns what is due next on either. Throws LegalNotMergeable while a limit of the law runs on the first.
 */
@Injectable()
export class MergeSubjects {
  constructor(
    private readonly database: Database,
    private readonly deadlines: DeadlineRepository,
    private readonly desks: Desks,
  ) {}

  merge(actor: Actor, merging: Merging): Promise<{ readonly from: NextDue; readonly into: NextDue }> {
    return this.both(actor, merging, (from, into, now) => {
      if (from.all().some((cycle) => (cycle.target.legal || cycle.metric === 'statutory') && from.isOpen(cycle))) throw new LegalNotMergeable();
      mergeWorks(from, into, merging.entryId, now);
    });
  }

  /** What happened since to the remaining subject stays with it. */
  unmerge(actor: Actor, merging: Merging): Promise<{ readonly from: NextDue; readonly into: NextDue }> {
    return this.both(actor, merging, (from, into, now) => {
      // What had taken the other's place goes before it comes back.
      unmergeWork(into, merging.entryId, now);
      unmergeWork(from, merging.entryId, now);
    });
  }

  private both(actor: Actor, { from, fromFacts, into, intoFacts }: Merging, decide: (from: SubjectWork, into: SubjectWork, now: number) => void): Promise<{ from: NextDue; into: NextDue }> {
    return this.database.transaction(async () => {
      // In one order, whichever is merged into which.
      const cycles = new Map<string, Awaited<ReturnType<DeadlineRepository['ofSubject']>>>();
      for (const id of [from.id, into.id].sort()) cycles.set(id, await this.deadlines.ofSubject(id));
      const desk = await this.desks.for(actor);
      const works = { from: new SubjectWork(cycles.get(from.id)!, fromFacts, desk), into: new SubjectWork(cycles.get(into.id)!, intoFacts, desk) };
      decide(works.from, works.into, desk.now.getTime());
      await this.deadlines.change(writingOf(works.from, cycles.get(from.id)!, from, fromFacts, desk));
      await this.deadlines.change(writingOf(works.into, cycles.get(into.id)!, into, intoFacts, desk));
      return { from: nextDue(works.from), into: nextDue(works.into) };
    });
  }
}
