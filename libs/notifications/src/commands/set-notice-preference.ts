import { Injectable } from '@nestjs/common';
import { parseInput, Unauthenticated, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { CAUSES, CHANNELS } from '../notice.words';
import type { Preference } from '../settings/preference.rules';
import { SettingsRepository } from '../settings/settings.repository';

export const SetNoticePreferenceInput = z.object({ cause: z.enum(CAUSES), channel: z.enum(CHANNELS), on: z.boolean() });

/** What one wants to be told of, and how. */
@Injectable()
export class SetNoticePreference {
  constructor(
    private readonly database: Database,
    private readonly settings: SettingsRepository,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<Preference> {
    if (actor.kind !== 'staff') throw new Unauthenticated();
    const wish = parseInput(SetNoticePreferenceInput, raw);
    await this.database.transaction(() => this.settings.prefer(actor.id, wish));
    return wish;
  }
}
