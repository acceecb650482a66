export type BounceClass = 'hard' | 'soft' | 'policy';

/** Mailboxes that are not there. */
const HARD = ['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1'];

/** What a refusal says about the address: gone, full for now, or that it is us who are not wanted. */
export function bounceClass(status: string | null): BounceClass {
  if (status && HARD.includes(status)) return 'hard';
  if (status === '5.2.2' || status?.startsWith('4.')) return 'soft';
  return 'policy';
}
