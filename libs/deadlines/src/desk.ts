import { Injectable } from '@nestjs/common';
import { Clock, newId, staffIdOf, type Actor } from '@kaiku/kernel';
import { Config } from '@kaiku/platform';
import { DeadlineError, fold, type CompiledCalendar } from './engine';
import { PolicyBook, type PolicySheet } from './policy-book';
import type { Desk } from './subject/subject-work';

/** The calendars of a sheet, as the engine asks for them: one that is not there makes a clock in error, never a refusal. */
export const calendarsOf = (sheet: PolicySheet) => (id: string): CompiledCalendar => {
  const calendar = sheet.calendar(id);
  if (!calendar) throw new DeadlineError('calendar.never_open', { calendar: id });
  return calendar;
};

/** Brings what decisions about clocks are made with. */
@Injectable()
export class Desks {
  constructor(
    private readonly book: PolicyBook,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async for(actor: Actor): Promise<Desk> {
    const sheet = await this.book.sheet();
    const calendars = calendarsOf(sheet);
    return { sheet, calendars, zone: this.config.timeZone, fold: (events, now) => fold(events, calendars, now), newId, now: this.clock.now(), actorId: staffIdOf(actor) };
  }
}
