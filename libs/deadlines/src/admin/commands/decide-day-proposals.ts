import { Injectable } from '@nestjs/common';
import { Clock, id, parseInput, staffIdOf, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import type { DayEntry } from '../../engine';
import { PolicyBook } from '../../policy-book';
import { soundCalendar } from '../calendar-checks';
import { CalendarRepository } from '../calendar.repository';
import { withDays } from '../calendar.rules';
import type { CalendarDayProposalEntity } from '../calendar-day-proposal.entity';
import { expectedVersion, ids } from '../settings.inputs';
import { CalendarConflict, CalendarNotFound } from '../settings.problems';

export const DecideDayProposalsInput = z.object({ calendarId: id, expectedVersion, accept: ids, dismiss: ids });

/** Accepts days into a new version and puts others away. What was decided before is left as it was decided. @returns the calendar's id */
@Injectable()
export class DecideDayProposals {
  constructor(
    private readonly calendars: CalendarRepository,
    private readonly book: PolicyBook,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<string> {
    const input = parseInput(DecideDayProposalsInput, raw);
    const { calendarId } = input;
    const now = this.clock.now();
    const by = staffIdOf(actor);
    await this.database.transaction(async () => {
      const calendar = await this.calendars.lock(calendarId);
      if (!calendar) throw new CalendarNotFound();
      if (calendar.version !== input.expectedVersion) throw new CalendarConflict(calendar.version);
      const open = await this.calendars.proposals(calendarId, [...input.accept, ...input.dismiss]);
      // Who names a day twice has not made up their mind: it is not accepted.
      const accepted = open.filter((day) => !input.dismiss.includes(day.id));
      const dismissed = open.filter((day) => input.dismiss.includes(day.id));
      await this.calendars.decide(accepted.map((day) => day.id), 'accepted', by, now);
      await this.calendars.decide(dismissed.map((day) => day.id), 'dismissed', by, now);
      if (accepted.length === 0) return;
      const before = await this.calendars.definition(calendarId, calendar.version);
      const definition = soundCalendar({ ...before, days: withDays(before.days, accepted.map(dayOf)) }, now);
      const version = calendar.version + 1;
      await this.calendars.save(calendarId, { version });
      await this.calendars.insertVersion({ calendarId, version, definition, effectiveFrom: now, note: null, createdBy: by, createdAt: now });
    });
    this.book.forget();
    return calendarId;
  }
}

const dayOf = ({ date, kind, intervals, source, label }: CalendarDayProposalEntity): DayEntry => ({ date, kind, intervals, source, label }) as DayEntry;
