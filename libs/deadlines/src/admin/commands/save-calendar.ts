import { Injectable } from '@nestjs/common';
import { Clock, id, instant, InvalidInput, parseInput, staffIdOf, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { PolicyBook } from '../../policy-book';
import { soundCalendar } from '../calendar-checks';
import { CalendarRepository } from '../calendar.repository';
import { OpenClockChangeRepository } from '../open-clock-change.repository';
import { calendarDefinition, expectedVersion, note, settingName } from '../settings.inputs';
import { CalendarConflict, CalendarInvalid, CalendarNotFound } from '../settings.problems';
import { storedDays, storedName } from '../shipped-names';

export const SaveCalendarInput = z.object({
  calendarId: id,
  expectedVersion,
  name: settingName,
  definition: calendarDefinition,
  note,
  active: z.boolean().nullish(),
  apply: z.enum(['keep', 'recalendar', 'correct']),
  effectiveFrom: instant.nullish(),
});

/**
 * Makes a new version of a calendar. Clocks that run keep the old one, go on by the new one from now, or, when the calendar was wrong,
 * are counted again from `effectiveFrom`: that is done soon after, in steps. @returns its id
 */
@Injectable()
export class SaveCalendar {
  constructor(
    private readonly calendars: CalendarRepository,
    private readonly changes: OpenClockChangeRepository,
    private readonly book: PolicyBook,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<string> {
    const input = parseInput(SaveCalendarInput, raw);
    const now = this.clock.now();
    const effectiveFrom = effectiveTime(input.apply, input.effectiveFrom ?? null, now);
    const definition = soundCalendar(storedDays(input.definition), now);
    await this.database.transaction(async () => {
      const calendar = await this.calendars.lock(input.calendarId);
      if (!calendar) throw new CalendarNotFound();
      if (calendar.version !== input.expectedVersion) throw new CalendarConflict(calendar.version);
      const name = storedName(input.name, calendar.name);
      await this.calendars.assertNameFree(name, calendar.id);
      const active = input.active ?? calendar.active;
      if (!active && (calendar.isDefault || (await this.calendars.usedByPolicy(calendar.id)))) throw new CalendarInvalid([{ path: 'active', code: 'calendar.in_use' }]);
      const version = calendar.version + 1;
      await this.calendars.save(calendar.id, { name, active, version });
      const by = staffIdOf(actor);
      const versionId = await this.calendars.insertVersion({ calendarId: calendar.id, version, definition, effectiveFrom, note: input.note, createdBy: by, createdAt: now });
      if (input.apply !== 'keep') await this.changes.ask({ kind: input.apply, policyVersionId: null, calendarVersionId: versionId, at: effectiveFrom, requestedBy: by, createdAt: now });
    });
    this.book.forget();
    return input.calendarId;
  }
}

/** From when a version holds: now, or of a correction the time that is given, which must have passed. */
export function effectiveTime(apply: 'keep' | 'recalendar' | 'correct', given: Date | null, now: Date): Date {
  if (apply !== 'correct') return now;
  if (!given || given >= now) throw new InvalidInput([{ path: 'effectiveFrom', code: 'not_in_the_past' }]);
  return given;
}
