import type { InvitationState } from '../survey.words';

export interface LinkTimes {
  readonly state: InvitationState;
  /** Instants as ISO text. */
  readonly expiresAt: string | null;
  /** When the first accepted answer came. */
  readonly answeredAt: string | null;
  readonly editHours: number;
}

/** `reopened`: the case goes on. `void`: it was never sent, or taken back. `used`: answered, and the time for changes is over. */
export type LinkState = 'open' | 'expired' | 'reopened' | 'void' | 'used';

/** The last instant at which an answer can be changed; null before there is one. */
export const editableUntil = (link: Pick<LinkTimes, 'answeredAt' | 'editHours'>): Date | null => (link.answeredAt ? new Date(Date.parse(link.answeredAt) + link.editHours * 3_600_000) : null);

/** What a link opens now. The life of a link does not hang on what became of the case, but for a reopening. */
export function stateOfLink(link: LinkTimes, now: Date): LinkState {
  if (link.state === 'voided') return 'reopened';
  if (link.state === 'cancelled' || link.state === 'planned' || link.state === 'claimed') return 'void';
  const until = editableUntil(link);
  if (until) return now <= until ? 'open' : 'used';
  return link.state === 'expired' || !link.expiresAt || now > new Date(link.expiresAt) ? 'expired' : 'open';
}
