import { Injectable } from '@nestjs/common';
import type { Actor } from '@kaiku/kernel';
import { LegalNotMergeable } from '../deadlines.problems';
import { mergeWorks } from '../subject/merge.rules';
import { SubjectPairs, type Merging, type PairDue } from '../subject-pairs';

/**
 * Merges the clocks of one subject into those of another, inside the caller's transaction and after both subjects are locked.
 * Throws LegalNotMergeable while a limit of the law runs on the first.
 */
@Injectable()
export class MergeSubjects {
  constructor(private readonly pairs: SubjectPairs) {}

  run(actor: Actor, merging: Merging): Promise<PairDue> {
    return this.pairs.both(actor, merging, (from, into, now) => {
      if (from.all().some((cycle) => (cycle.target.legal || cycle.metric === 'statutory') && from.isOpen(cycle))) throw new LegalNotMergeable();
      mergeWorks(from, into, merging.entryId, now);
    });
  }
}
