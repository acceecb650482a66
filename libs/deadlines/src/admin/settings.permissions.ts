import { definePermissions } from '@kaiku/kernel';

/** Seeing and changing calendars, policies and reminder plans. Nothing of a customer's is in them. */
export const DEADLINE_SETTINGS = definePermissions('deadlines', { view: 'setting.view_deadlines', manage: 'setting.manage_deadlines' });
