import type { Work } from './options';

/** The least share of the yardstick's speed, from the page on performance. */
export const GOALS: Readonly<Record<Work, number>> = { 'queue-page': 0.45, 'ticket-page': 0.45, 'create-ticket': 0.45, reply: 0.45 };

export const WORDS: Readonly<Record<Work, string>> = {
  'queue-page': 'Queue page: 50 open tickets of a team with what a row shows, and the counts of seven views',
  'ticket-page': 'Ticket page: a ticket with its newest 50 entries, messages, files, calls and recipients',
  'create-ticket': 'Open a ticket: key, ticket, message, origin, two clocks with their timers, event',
  reply: 'Reply: lock, entry, ticket, message, participant, mail to send, two events, key',
};
