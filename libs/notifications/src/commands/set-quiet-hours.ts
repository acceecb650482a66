import { Injectable } from '@nestjs/common';
import { parseInput, Unauthenticated, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { minuteOf, type QuietHours } from '../settings/quiet-hours.rules';
import { SettingsRepository } from '../settings/settings.repository';

const time = z.string().refine((text) => minuteOf(text) !== null, { message: 'not_a_time_of_day' }).transform((text) => minuteOf(text)!);
export const SetQuietHoursInput = z.object({ from: time, to: time });

/** When one is not to be disturbed by mail or push. The same time twice: never. */
@Injectable()
export class SetQuietHours {
  constructor(
    private readonly database: Database,
    private readonly settings: SettingsRepository,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<QuietHours> {
    if (actor.kind !== 'staff') throw new Unauthenticated();
    const { from, to } = parseInput(SetQuietHoursInput, raw);
    const quiet = { fromMinute: from, toMinute: to };
    await this.database.transaction(() => this.settings.quiet(actor.id, quiet));
    return quiet;
  }
}
