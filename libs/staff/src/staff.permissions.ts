import { definePermissions } from '@kaiku/kernel';

/** Seeing colleagues' names and teams; managing accounts and their roles; managing teams. */
export const STAFF = definePermissions('staff', { view: 'staff.view', manage: 'staff.manage', manageTeams: 'team.manage' });
