import { Injectable } from '@nestjs/common';
import { Unauthenticated, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { PushSubscriptionRepository } from '../settings/push-subscription.repository';

/** A browser of the reader's takes no more pushes. */
@Injectable()
export class RemovePush {
  constructor(
    private readonly database: Database,
    private readonly browsers: PushSubscriptionRepository,
  ) {}

  /** False when there is no such browser of theirs. */
  async run(actor: Actor, endpoint: string): Promise<boolean> {
    if (actor.kind !== 'staff') throw new Unauthenticated();
    return this.database.transaction(() => this.browsers.remove(actor.id, endpoint.replaceAll('\u0000', '')));
  }
}
