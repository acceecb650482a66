import { defineLoader } from '@kaiku/platform';
import { StaffQueries } from '../staff.queries';
import { TeamQueries } from '../team.queries';

/** A staff member as the viewer may see them. */
export const StaffById = defineLoader(StaffQueries, (staff, viewer, ids) => staff.byIds(viewer, ids));
export const TeamById = defineLoader(TeamQueries, (teams, viewer, ids) => teams.byIds(viewer, ids));
export const TeamsOfStaff = defineLoader(StaffQueries, (staff, viewer, ids) => staff.teamsOf(viewer, ids));
export const RolesOfStaff = defineLoader(StaffQueries, (staff, viewer, ids) => staff.rolesOf(viewer, ids));
