import { Injectable } from '@nestjs/common';
import { id, InvalidInput, parseInput, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { PolicyBook } from '../../policy-book';
import { CalendarRepository } from '../calendar.repository';
import { CalendarNotFound } from '../settings.problems';

export const SetDefaultCalendarInput = z.object({ calendarId: id });

/** New clocks without a calendar of their own go by this one; those that run keep theirs. @returns its id */
@Injectable()
export class SetDefaultCalendar {
  constructor(
    private readonly calendars: CalendarRepository,
    private readonly book: PolicyBook,
    private readonly database: Database,
  ) {}

  async run(_actor: Actor, raw: unknown): Promise<string> {
    const { calendarId } = parseInput(SetDefaultCalendarInput, raw);
    await this.database.transaction(async () => {
      const calendar = await this.calendars.lock(calendarId);
      if (!calendar) throw new CalendarNotFound();
      if (!calendar.active) throw new InvalidInput([{ path: 'calendarId', code: 'calendar_not_active' }]);
      if (!calendar.isDefault) await this.calendars.makeDefault(calendarId);
    });
    this.book.forget();
    return calendarId;
  }
}
