export * from './survey-pages';
export * from './survey.builders';
