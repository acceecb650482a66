import { Injectable } from '@nestjs/common';
import { Clock, id, InvalidInput, parseInput, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { proposeFinnishDays } from '../../engine';
import { CalendarRepository } from '../calendar.repository';
import { finnishDays } from '../finnish-days';
import { CalendarNotFound } from '../settings.problems';

export const ProposeHolidaysInput = z.object({ calendarId: id, year: z.int() });

/** How many years ahead, and back, days are proposed for. */
const AHEAD = 10;

/** Proposes the Finnish days off of a year that the calendar does not have yet. @returns how many are new */
@Injectable()
export class ProposeHolidays {
  constructor(
    private readonly calendars: CalendarRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(_actor: Actor, raw: unknown): Promise<number> {
    const { calendarId, year } = parseInput(ProposeHolidaysInput, raw);
    const now = this.clock.now();
    const thisYear = now.getUTCFullYear();
    if (year < thisYear - 1 || year > thisYear + AHEAD) throw new InvalidInput([{ path: 'year', code: 'year_range', params: { minimum: thisYear - 1, maximum: thisYear + AHEAD } }]);
    return this.database.transaction(async () => {
      const calendar = await this.calendars.lock(calendarId);
      if (!calendar) throw new CalendarNotFound();
      const has = new Set((await this.calendars.definition(calendarId, calendar.version)).days.map((day) => day.date));
      const labels = new Map(finnishDays(year).map((day) => [day.date, day.label]));
      const days = proposeFinnishDays(year).filter((day) => !has.has(day.date));
      return this.calendars.propose(calendarId, days.map((day) => ({ date: day.date, kind: day.kind, intervals: day.intervals, source: 'law', label: labels.get(day.date) ?? day.labels.fi })), now);
    });
  }
}
