import type { CallOutcome, CallTopic } from '../../graphql/generated/graphql';

export const topics: CallTopic[] = ['ORDER', 'RETURN', 'PRODUCT', 'LOYALTY', 'COMPLAINT', 'OTHER'];
export const outcomes: CallOutcome[] = ['SOLVED', 'CALL_BACK', 'NEEDS_WORK', 'WRONG_NUMBER'];

/** The topic of a digit key, 1 to 6. */
export function topicOfKey(key: string): CallTopic | null {
  return /^[1-6]$/.test(key) ? (topics[Number(key) - 1] ?? null) : null;
}

/** What a call usually comes to: one about an open matter leaves it to be worked on, any other is answered on the spot. */
export function usualOutcome(openTicket: boolean): CallOutcome {
  return openTicket ? 'NEEDS_WORK' : 'SOLVED';
}

/** Enough to look somebody up by: five digits, or three letters of a name. */
export function worthLooking(typed: string): boolean {
  return (typed.match(/\d/g)?.length ?? 0) >= 5 || /\p{L}{3}/u.test(typed);
}

/** Minutes and seconds, "00:07"; hours are added when a call lasts one. */
export function running(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  return `${hours ? `${hours}:` : ''}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
