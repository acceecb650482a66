export * from './conversation.builders';
