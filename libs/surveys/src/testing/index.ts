export * from './survey.builders';
