import { Injectable } from '@nestjs/common';
import type { Actor } from '@kaiku/kernel';
import { unmergeWork } from '../subject/merge.rules';
import { SubjectPairs, type Merging, type PairDue } from '../subject-pairs';

/** Takes the merge back that the entry told of. What happened since to the remaining subject stays with it. */
@Injectable()
export class UnmergeSubjects {
  constructor(private readonly pairs: SubjectPairs) {}

  run(actor: Actor, merging: Merging): Promise<PairDue> {
    return this.pairs.both(actor, merging, (from, into, now) => {
      unmergeWork(into, merging.entryId, now);
      unmergeWork(from, merging.entryId, now);
    });
  }
}
