/** The closed sets of words a ticket is described with. Keys are what the API says, values what is stored. */
export const TicketKind = {
  FEEDBACK: 'feedback', COMPLAINT: 'complaint', QUESTION: 'question', CALL: 'call', SURVEY: 'survey', PRIVACY_REQUEST: 'privacy_request',
} as const;
export type TicketKind = (typeof TicketKind)[keyof typeof TicketKind];

export const TicketStatus = {
  NEW: 'new', OPEN: 'open', WAITING_CUSTOMER: 'waiting_customer', WAITING_THIRD_PARTY: 'waiting_third_party', SNOOZED: 'snoozed',
  SOLVED: 'solved', CLOSED: 'closed', MERGED: 'merged', SPAM: 'spam',
} as const;
export type TicketStatus = (typeof TicketStatus)[keyof typeof TicketStatus];

export const TicketPriority = { LOW: 'low', NORMAL: 'normal', HIGH: 'high', URGENT: 'urgent' } as const;
export type TicketPriority = (typeof TicketPriority)[keyof typeof TicketPriority];

export const TicketChannel = { EMAIL: 'email', FORM: 'form', PHONE: 'phone', STORE: 'store', LETTER: 'letter', API: 'api', SURVEY: 'survey' } as const;
export type TicketChannel = (typeof TicketChannel)[keyof typeof TicketChannel];

export const EntryKind = {
  CUSTOMER_MESSAGE: 'customer_message', REPLY: 'reply', NOTE: 'note', CALL: 'call', SURVEY_ANSWER: 'survey_answer', DECISION: 'decision', SYSTEM: 'system',
} as const;
export type EntryKind = (typeof EntryKind)[keyof typeof EntryKind];

export const EntryVisibility = { PUBLIC: 'public', INTERNAL: 'internal' } as const;
export type EntryVisibility = (typeof EntryVisibility)[keyof typeof EntryVisibility];

export const AuthorKind = { CUSTOMER: 'customer', AGENT: 'agent', BOT: 'bot', RULE: 'rule', IMPORT: 'import' } as const;
export type AuthorKind = (typeof AuthorKind)[keyof typeof AuthorKind];

/** Somebody still has to do something, now or later. */
export const OPEN_STATUSES = ['new', 'open', 'waiting_customer', 'waiting_third_party', 'snoozed'] as const satisfies readonly TicketStatus[];
export const isOpen = (status: TicketStatus): boolean => (OPEN_STATUSES as readonly string[]).includes(status);

/** `waiting_customer` as the API says it: `WAITING_CUSTOMER`. */
export const wireName = (value: string): string => value.toUpperCase();
