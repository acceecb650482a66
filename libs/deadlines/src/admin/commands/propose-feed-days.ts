import { Injectable } from '@nestjs/common';
import { Clock, id, LIMITS, parseInput, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { DeadlineError, parseDayFeed, type DayFeed } from '../../engine';
import { CalendarRepository } from '../calendar.repository';
import { CalendarNotFound, FeedInvalid } from '../settings.problems';

export const ProposeFeedDaysInput = z.object({ calendarId: id, ics: z.string().max(LIMITS.deadline.feedCharacters, { message: 'too_long' }) });

/** Proposes the whole days of a feed that the calendar does not have yet: this year's and those of the next two. @returns how many are new */
@Injectable()
export class ProposeFeedDays {
  constructor(
    private readonly calendars: CalendarRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(_actor: Actor, raw: unknown): Promise<number> {
    const { calendarId, ics } = parseInput(ProposeFeedDaysInput, raw);
    const now = this.clock.now();
    const year = now.getUTCFullYear();
    const feed = read(ics, { from: `${year}-01-01`, to: `${year + 3}-01-01` });
    return this.database.transaction(async () => {
      const calendar = await this.calendars.lock(calendarId);
      if (!calendar) throw new CalendarNotFound();
      const has = new Set((await this.calendars.definition(calendarId, calendar.version)).days.map((day) => day.date));
      const days = feed.days.filter((day) => !has.has(day.date));
      return this.calendars.propose(calendarId, days.map(({ date, kind, intervals, label }) => ({ date, kind, intervals, label, source: 'feed' })), now);
    });
  }
}

function read(ics: string, horizon: { readonly from: string; readonly to: string }): DayFeed {
  try {
    const feed = parseDayFeed(ics, horizon);
    if (feed.days.length === 0) throw new FeedInvalid('feed.empty');
    return feed;
  } catch (error) {
    if (error instanceof DeadlineError && isFeedCode(error.code)) throw new FeedInvalid(error.code);
    throw error;
  }
}

const isFeedCode = (code: string): code is FeedInvalid['code'] => ['feed.too_large', 'feed.too_many_events', 'feed.unreadable', 'feed.empty'].includes(code);
