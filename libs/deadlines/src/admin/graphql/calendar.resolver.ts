import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@kaiku/kernel';
import { Allow, CommandMutation, CurrentScope, CurrentViewer, message, type RequestScope } from '@kaiku/platform';
import { StaffById, StaffMemberModel, type StaffRow } from '@kaiku/staff';
import { CreateCalendar } from '../commands/create-calendar';
import { DecideDayProposals } from '../commands/decide-day-proposals';
import { ProposeFeedDays } from '../commands/propose-feed-days';
import { ProposeHolidays } from '../commands/propose-holidays';
import { SaveCalendar } from '../commands/save-calendar';
import { SetDefaultCalendar } from '../commands/set-default-calendar';
import type { DefinitionFault } from '../settings.problems';
import { DEADLINE_SETTINGS } from '../settings.permissions';
import { SettingsQueries, type CalendarRow, type CalendarVersionRow, type ProposalRow, type VersionRow } from '../settings.queries';
import { shownName } from '../shipped-names';
import { CreateCalendarArgs, DecideDayProposalsArgs, ProposeFeedDaysArgs, ProposeHolidaysArgs, SaveCalendarArgs } from './settings.inputs';
import { CalendarById, OpenOfCalendar, ProposalsOfCalendar, VersionsOfCalendar } from './settings.loaders';
import { BusinessCalendarModel, CalendarDayModel, CalendarDayProposalModel, CalendarVersionModel, DefinitionFaultModel } from './settings.models';
import { CreateCalendarResult, DecideDayProposalsResult, ProposeFeedDaysResult, ProposeHolidaysResult, SaveCalendarResult, SetDefaultCalendarResult } from './settings.results';

@Resolver(() => BusinessCalendarModel)
export class CalendarResolver {
  constructor(
    private readonly settings: SettingsQueries,
    private readonly creating: CreateCalendar,
    private readonly saving: SaveCalendar,
    private readonly choosing: SetDefaultCalendar,
    private readonly holidays: ProposeHolidays,
    private readonly feed: ProposeFeedDays,
    private readonly deciding: DecideDayProposals,
  ) {}

  @Query(() => [BusinessCalendarModel], { name: 'calendars' })
  @Allow(DEADLINE_SETTINGS.view)
  calendars(@CurrentViewer() viewer: Viewer): Promise<CalendarRow[]> {
    return this.settings.calendars(viewer);
  }

  @Query(() => BusinessCalendarModel, { name: 'calendar', nullable: true })
  @Allow(DEADLINE_SETTINGS.view)
  calendar(@CurrentScope() scope: RequestScope, @Args('id', { type: () => ID }) id: string): Promise<CalendarRow | null> {
    return one(scope, id);
  }

  @ResolveField(() => String)
  name(@Parent() calendar: CalendarRow, @CurrentScope() scope: RequestScope): string {
    return shownName(scope.locale, calendar.name);
  }

  @ResolveField(() => [CalendarVersionModel])
  async versions(@Parent() calendar: CalendarRow, @CurrentScope() scope: RequestScope): Promise<readonly CalendarVersionRow[]> {
    return (await VersionsOfCalendar(scope, calendar.id)) ?? [];
  }

  @ResolveField(() => [CalendarDayProposalModel])
  async proposals(@Parent() calendar: CalendarRow, @CurrentScope() scope: RequestScope): Promise<readonly ProposalRow[]> {
    return (await ProposalsOfCalendar(scope, calendar.id)) ?? [];
  }

  @ResolveField(() => Int, { description: 'Clocks that go by it now.' })
  async openDeadlines(@Parent() calendar: CalendarRow, @CurrentScope() scope: RequestScope): Promise<number> {
    return (await OpenOfCalendar(scope, calendar.id)) ?? 0;
  }

  @CommandMutation(CreateCalendarResult)
  @Allow(DEADLINE_SETTINGS.manage)
  async createCalendar(@CurrentScope() scope: RequestScope, @Args('input') input: CreateCalendarArgs): Promise<CalendarRow | null> {
    return one(scope, await this.creating.run(scope.actor, input));
  }

  @CommandMutation(SaveCalendarResult, 'Makes a new version. `apply` says what becomes of clocks that run.')
  @Allow(DEADLINE_SETTINGS.manage)
  async saveCalendar(@CurrentScope() scope: RequestScope, @Args('input') input: SaveCalendarArgs): Promise<CalendarRow | null> {
    return one(scope, await this.saving.run(scope.actor, input));
  }

  @CommandMutation(SetDefaultCalendarResult)
  @Allow(DEADLINE_SETTINGS.manage)
  async setDefaultCalendar(@CurrentScope() scope: RequestScope, @Args('calendarId', { type: () => ID }) calendarId: string): Promise<CalendarRow | null> {
    return one(scope, await this.choosing.run(scope.actor, { calendarId }));
  }

  @CommandMutation(ProposeHolidaysResult, 'Finnish public holidays and eves of a year, as proposals.')
  @Allow(DEADLINE_SETTINGS.manage)
  async proposeHolidays(@CurrentScope() scope: RequestScope, @Args('input') input: ProposeHolidaysArgs): Promise<CalendarRow | null> {
    await this.holidays.run(scope.actor, input);
    return one(scope, input.calendarId);
  }

  @CommandMutation(ProposeFeedDaysResult, 'Whole days of an iCalendar feed, as proposals.')
  @Allow(DEADLINE_SETTINGS.manage)
  async proposeFeedDays(@CurrentScope() scope: RequestScope, @Args('input') input: ProposeFeedDaysArgs): Promise<CalendarRow | null> {
    await this.feed.run(scope.actor, input);
    return one(scope, input.calendarId);
  }

  @CommandMutation(DecideDayProposalsResult, 'Accepted days make a new version; clocks that run keep theirs.')
  @Allow(DEADLINE_SETTINGS.manage)
  async decideDayProposals(@CurrentScope() scope: RequestScope, @Args('input') input: DecideDayProposalsArgs): Promise<CalendarRow | null> {
    return one(scope, await this.deciding.run(scope.actor, input));
  }
}

/** Malformed ids are ids of nothing. */
const one = (scope: RequestScope, id: string): Promise<CalendarRow | null> => CalendarById(scope, id);

@Resolver(() => CalendarVersionModel)
export class CalendarVersionResolver {
  @ResolveField(() => StaffMemberModel, { nullable: true, description: 'Null: it came with the desk.' })
  async createdBy(@Parent() version: VersionRow, @CurrentScope() scope: RequestScope): Promise<StaffRow | null> {
    return version.createdById ? StaffById(scope, version.createdById) : null;
  }
}

/** Labels of days that came with the desk, in the reader's language. */
@Resolver(() => CalendarDayModel)
export class CalendarDayResolver {
  @ResolveField(() => String, { nullable: true })
  label(@Parent() day: { readonly label: string | null }, @CurrentScope() scope: RequestScope): string | null {
    return day.label === null ? null : shownName(scope.locale, day.label);
  }

  @ResolveField(() => Boolean, { description: 'On a closed date: the night before goes on past midnight.' })
  keepSpill(@Parent() day: { readonly keepSpill?: boolean }): boolean {
    return day.keepSpill ?? false;
  }
}

@Resolver(() => CalendarDayProposalModel)
export class CalendarDayProposalResolver {
  @ResolveField(() => String, { nullable: true })
  label(@Parent() day: ProposalRow, @CurrentScope() scope: RequestScope): string | null {
    return day.label === null ? null : shownName(scope.locale, day.label);
  }
}

@Resolver(() => DefinitionFaultModel)
export class DefinitionFaultResolver {
  @ResolveField(() => String, { description: 'Says the remedy, in the reader\'s language.' })
  message(@Parent() fault: DefinitionFault, @CurrentScope() scope: RequestScope): string {
    return message(scope.locale, `fault.${fault.code}`, fault.params);
  }
}
