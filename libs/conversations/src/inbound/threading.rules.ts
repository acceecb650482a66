/** How strongly a mail points at a ticket. */
export type Pointer = 'reply_token' | 'signed_id' | 'known_id' | 'subject_number';

export interface Candidate {
  readonly ticketId: string;
  readonly by: Pointer;
  /** Whether the sender is one of those who write in that ticket. */
  readonly senderTakesPart: boolean;
  /** The sender is a member of staff: mail is no way to answer as an agent. */
  readonly senderIsStaff: boolean;
}

export type Threading =
  | { readonly into: string; readonly possiblyBelongsTo: null; readonly suspicion: null }
  | { readonly into: null; readonly possiblyBelongsTo: string | null; readonly suspicion: 'stranger_in_thread' | 'spoofed_agent' | null };

const STRENGTH: readonly Pointer[] = ['reply_token', 'signed_id', 'known_id', 'subject_number'];

/**
 * A mail joins a ticket only when something in it that we made or know points there *and* its sender takes part in it.
 * A number in the subject is a hint for people, never access. A stranger with a right id gets a ticket of their own.
 */
export function decideThreading(candidates: readonly Candidate[]): Threading {
  const ordered = [...candidates].sort((a, b) => STRENGTH.indexOf(a.by) - STRENGTH.indexOf(b.by));
  const home = ordered.find((c) => c.by !== 'subject_number' && c.senderTakesPart && !c.senderIsStaff);
  if (home) return { into: home.ticketId, possiblyBelongsTo: null, suspicion: null };
  const hint = ordered[0];
  if (!hint) return { into: null, possiblyBelongsTo: null, suspicion: null };
  const suspicion = hint.by === 'subject_number' ? null : hint.senderIsStaff ? 'spoofed_agent' : 'stranger_in_thread';
  return { into: null, possiblyBelongsTo: hint.ticketId, suspicion };
}

export interface AcknowledgementFacts {
  readonly human: boolean;
  readonly newTicket: boolean;
  readonly hasAddress: boolean;
  readonly known: boolean;
  /** Acknowledgements to this address in the last 24 hours. */
  readonly sentToday: number;
  /** Age of the mail in hours when it reached us: after an outage nobody wants an old receipt. */
  readonly ageHours: number;
}

/** One per ticket; at most three a day for a known address, one for an unknown; none for machines and for mail over a day old. */
export function decideAcknowledgement(f: AcknowledgementFacts, limits: { knownPerDay: number; unknownPerDay: number }): boolean {
  return f.human && f.newTicket && f.hasAddress && f.ageHours <= 24 && f.sentToday < (f.known ? limits.knownPerDay : limits.unknownPerDay);
}
