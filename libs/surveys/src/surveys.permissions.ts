import { definePermissions } from '@kaiku/kernel';

export const SURVEY = definePermissions('surveys', { view: 'survey.view', manage: 'survey.manage' });
