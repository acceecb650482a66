import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { registerMessages } from '@kaiku/platform';
import { StaffModule } from '@kaiku/staff';
import { PolicyBook } from '../policy-book';
import { BusinessCalendarEntity } from './business-calendar.entity';
import { BusinessCalendarVersionEntity } from './business-calendar-version.entity';
import { CalendarDayProposalEntity } from './calendar-day-proposal.entity';
import { CalendarRepository } from './calendar.repository';
import { DeadlinePolicyEntity } from './deadline-policy.entity';
import { DeadlinePolicyVersionEntity } from './deadline-policy-version.entity';
import { ChangePreviews } from './change-previews';
import { ClockChangeRepository } from './clock-change.repository';
import { CreateCalendar } from './commands/create-calendar';
import { CreatePolicy } from './commands/create-policy';
import { CreateReminderPlan } from './commands/create-reminder-plan';
import { DecideDayProposals } from './commands/decide-day-proposals';
import { OrderPolicies } from './commands/order-policies';
import { ProposeFeedDays } from './commands/propose-feed-days';
import { ProposeHolidays } from './commands/propose-holidays';
import { SaveCalendar } from './commands/save-calendar';
import { SavePolicy } from './commands/save-policy';
import { SaveReminderPlan } from './commands/save-reminder-plan';
import { SetDefaultCalendar } from './commands/set-default-calendar';
import { SetPolicyActive } from './commands/set-policy-active';
import en from './locales/en.json';
import fi from './locales/fi.json';
import sv from './locales/sv.json';
import { OpenClockChangeEntity } from './open-clock-change.entity';
import { OpenClockChangeRepository } from './open-clock-change.repository';
import { OpenClockQueries } from './open-clock.queries';
import { PolicyChecks } from './policy-checks';
import { PolicyGroundRepository } from './policy-ground.repository';
import { PolicyRepository } from './policy.repository';
import { ReminderPlanEntity } from './reminder-plan.entity';
import { ReminderPlanRepository } from './reminder-plan.repository';
import { SettingsQueries } from './settings.queries';
import { SheetRepository } from './sheet.repository';
import { ShipDefaults } from './ship-defaults';
import { ShippedRepository } from './shipped.repository';
import { StoredPolicyBook } from './stored-policy-book';

registerMessages('deadline-settings', { en, fi, sv });

const COMMANDS = [
  CreateCalendar, SaveCalendar, SetDefaultCalendar, ProposeHolidays, ProposeFeedDays, DecideDayProposals, CreatePolicy, SavePolicy, SetPolicyActive, OrderPolicies, CreateReminderPlan, SaveReminderPlan,
];
const FRONT = [SettingsQueries, ChangePreviews, OpenClockQueries, StoredPolicyBook, ShipDefaults, CalendarRepository, OpenClockChangeRepository, ClockChangeRepository, ...COMMANDS];

/** Calendars, policies and reminder plans: what promises are made by, and the book that clocks ask. */
@Module({
  imports: [
    TypeOrmModule.forFeature([BusinessCalendarEntity, BusinessCalendarVersionEntity, CalendarDayProposalEntity, DeadlinePolicyEntity, DeadlinePolicyVersionEntity, ReminderPlanEntity, OpenClockChangeEntity]),
    StaffModule,
  ],
  providers: [
    PolicyRepository, ReminderPlanRepository, SheetRepository, ShippedRepository, PolicyGroundRepository, PolicyChecks,
    ...FRONT, { provide: PolicyBook, useExisting: StoredPolicyBook },
  ],
  exports: [PolicyBook, ...FRONT],
})
export class DeadlinesAdminModule {}
