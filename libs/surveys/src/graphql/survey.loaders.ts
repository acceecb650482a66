import { defineLoader } from '@kaiku/platform';
import { SurveyQueries } from '../survey.queries';

export const VersionsOfSurvey = defineLoader(SurveyQueries, (surveys, viewer, ids) => surveys.versions(viewer, ids));
