import { Injectable } from '@nestjs/common';
import { LIMITS, locale, parseInput, Unauthenticated, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { StaffRepository } from '../staff.repository';

export const UpdateMySettingsInput = z.object({
  locale: locale.nullish(),
  undoSeconds: z.int({ message: 'not_whole' }).min(0, { message: 'out_of_range' }).max(LIMITS.undo.maxSeconds, { message: 'out_of_range' }).nullish(),
});

/** The reader's own language, and how long a sent reply can be taken back. */
@Injectable()
export class UpdateMySettings {
  constructor(
    private readonly staff: StaffRepository,
    private readonly database: Database,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<void> {
    if (actor.kind !== 'staff') throw new Unauthenticated();
    const input = parseInput(UpdateMySettingsInput, raw);
    await this.database.transaction(async () => {
      const member = await this.staff.lock(actor.id);
      if (!member) throw new Unauthenticated();
      await this.staff.save(actor.id, { locale: input.locale ?? member.locale, undoSeconds: input.undoSeconds ?? member.undoSeconds, version: member.version + 1 });
    });
  }
}
