import { definePermissions } from '@kaiku/kernel';

/** What came of surveys, and answers that wait for a look. */
export const SURVEY_RESULTS = definePermissions('survey-results', { view: 'survey.view_results', review: 'survey.review_answers' });
