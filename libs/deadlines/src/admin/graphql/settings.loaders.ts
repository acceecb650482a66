import { defineLoader } from '@kaiku/platform';
import { OpenClockQueries } from '../open-clock.queries';
import { SettingsQueries } from '../settings.queries';

export const CalendarById = defineLoader(SettingsQueries, (settings, viewer, ids) => settings.calendarsByIds(viewer, ids));
export const VersionsOfCalendar = defineLoader(SettingsQueries, (settings, viewer, ids) => settings.calendarVersions(viewer, ids));
export const ProposalsOfCalendar = defineLoader(SettingsQueries, (settings, viewer, ids) => settings.proposals(viewer, ids));
export const PolicyById = defineLoader(SettingsQueries, (settings, viewer, ids) => settings.policiesByIds(viewer, ids));
export const VersionsOfPolicy = defineLoader(SettingsQueries, (settings, viewer, ids) => settings.policyVersions(viewer, ids));
export const PlanById = defineLoader(SettingsQueries, (settings, viewer, ids) => settings.plansByIds(viewer, ids));
export const OpenOfCalendar = defineLoader(OpenClockQueries, (clocks, viewer, ids) => clocks.countByCalendars(viewer, ids));
export const OpenOfPolicy = defineLoader(OpenClockQueries, (clocks, viewer, ids) => clocks.countByPolicies(viewer, ids));
