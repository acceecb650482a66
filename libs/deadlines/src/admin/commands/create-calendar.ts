import { Injectable } from '@nestjs/common';
import { Clock, newId, parseInput, staffIdOf, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { PolicyBook } from '../../policy-book';
import { soundCalendar } from '../calendar-checks';
import { CalendarRepository } from '../calendar.repository';
import { calendarDefinition, note, settingName } from '../settings.inputs';

export const CreateCalendarInput = z.object({ name: settingName, definition: calendarDefinition, note });

/** Makes a calendar; the first one is the default. @returns its id */
@Injectable()
export class CreateCalendar {
  constructor(
    private readonly calendars: CalendarRepository,
    private readonly book: PolicyBook,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<string> {
    const input = parseInput(CreateCalendarInput, raw);
    const now = this.clock.now();
    const definition = soundCalendar(input.definition, now);
    const id = newId();
    await this.database.transaction(async () => {
      await this.calendars.assertNameFree(input.name, id);
      const first = (await this.calendars.active()).length === 0;
      await this.calendars.insert({ id, name: input.name, isDefault: first, active: true, version: 1, createdAt: now });
      await this.calendars.insertVersion({ calendarId: id, version: 1, definition, effectiveFrom: now, note: input.note, createdBy: staffIdOf(actor), createdAt: now });
    });
    this.book.forget();
    return id;
  }
}
