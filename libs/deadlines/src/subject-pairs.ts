import { Injectable } from '@nestjs/common';
import type { Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { nextDue, type NextDue } from './commands/apply-signals';
import { DeadlineRepository } from './deadline.repository';
import { Desks } from './desk';
import type { Subject, SubjectFacts } from './signals';
import { SubjectWork } from './subject/subject-work';
import { writingOf } from './writing.rules';

export interface Merging {
  readonly from: Subject;
  readonly fromFacts: SubjectFacts;
  readonly into: Subject;
  readonly intoFacts: SubjectFacts;
  /** The timeline entry that tells of the merge; by it the merge can be taken back. */
  readonly entryId: string;
}

/** What is due next on either. */
export interface PairDue {
  readonly from: NextDue;
  readonly into: NextDue;
}

/** Loads the clocks of two subjects, lets somebody decide, and writes both down. */
@Injectable()
export class SubjectPairs {
  constructor(
    private readonly database: Database,
    private readonly deadlines: DeadlineRepository,
    private readonly desks: Desks,
  ) {}

  both(actor: Actor, { from, fromFacts, into, intoFacts }: Merging, decide: (from: SubjectWork, into: SubjectWork, now: number) => void): Promise<PairDue> {
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
