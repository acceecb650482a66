/** The closed sets of words a call is described with. Keys are what the API says, values what is stored. */
export const CallDirection = { INBOUND: 'inbound', OUTBOUND: 'outbound' } as const;
export type CallDirection = (typeof CallDirection)[keyof typeof CallDirection];

export const CallOutcome = { SOLVED: 'solved', CALL_BACK: 'call_back', NEEDS_WORK: 'needs_work', WRONG_NUMBER: 'wrong_number' } as const;
export type CallOutcome = (typeof CallOutcome)[keyof typeof CallOutcome];

export const CallTopic = { ORDER: 'order', RETURN: 'return', PRODUCT: 'product', LOYALTY: 'loyalty', COMPLAINT: 'complaint', OTHER: 'other' } as const;
export type CallTopic = (typeof CallTopic)[keyof typeof CallTopic];

/** Why a ticket solved on the telephone has no reply; reports tell it from a written answer by this. */
export const MET_IN_CONTACT = 'met_in_contact';
