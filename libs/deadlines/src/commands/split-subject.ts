import { Injectable } from '@nestjs/common';
import type { Actor } from '@kaiku/kernel';
import type { Subject, SubjectFacts } from '../signals';
import { ApplySignals, type NextDue } from './apply-signals';

/** A message becomes a subject of its own: its clocks start with the message, not with the click. Inside the caller's transaction. */
@Injectable()
export class SplitSubject {
  constructor(private readonly clocks: ApplySignals) {}

  run(actor: Actor, subject: Subject, facts: SubjectFacts, message: { readonly at: Date; readonly entryId: string }): Promise<NextDue | null> {
    return this.clocks.run(actor, subject, { ...facts, receivedAt: message.at }, [{ type: 'opened', at: message.at, contactEntryId: message.entryId, byAgent: false }]);
  }
}
