import { Injectable } from '@nestjs/common';
import { Clock, id, line, locale, newId, parseInput, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { validAddress } from '../mail/addresses';
import { MailboxRepository } from '../mailbox.repository';

export const CreateMailboxInput = z.object({
  address: z.string().max(254).refine((a) => validAddress(a) !== null, { message: 'not_an_email' }).transform((a) => validAddress(a)!.toLowerCase()),
  name: line(80),
  teamId: id,
  defaultKind: z.enum(['feedback', 'complaint', 'question', 'privacy_request']),
  language: locale,
});

/** Makes an address that the desk takes mail for and answers from. @returns its id */
@Injectable()
export class CreateMailbox {
  constructor(
    private readonly database: Database,
    private readonly mailboxes: MailboxRepository,
    private readonly clock: Clock,
  ) {}

  run(_actor: Actor, raw: unknown): Promise<string> {
    const input = parseInput(CreateMailboxInput, raw);
    const mailboxId = newId();
    return this.database.transaction(async () => {
      await this.mailboxes.insert({ id: mailboxId, ...input, createdAt: this.clock.now() });
      return mailboxId;
    });
  }
}
