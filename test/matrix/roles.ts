import { createHash } from 'node:crypto';

/** Everybody who may knock at the door. Team A and team B know nothing of each other. */
export const ROLES = ['anonymous', 'agentA', 'agentB', 'leadA', 'supervisor', 'privacyOwner', 'admin', 'deactivated', 'demoted'] as const;
export type Role = (typeof ROLES)[number];

/** Which team's tickets a role may see. */
export const SIGHT: Readonly<Record<Role, readonly ('A' | 'B')[]>> = {
  anonymous: [],
  agentA: ['A'],
  agentB: ['B'],
  leadA: ['A'],
  supervisor: ['A', 'B'],
  privacyOwner: ['A', 'B'],
  admin: [],
  deactivated: [],
  demoted: [],
};

/** Who may read customers; everybody else must never see one's name, address or number. */
export const SEES_CUSTOMERS: readonly Role[] = ['agentA', 'agentB', 'leadA', 'supervisor', 'privacyOwner', 'demoted'];

interface Account {
  readonly role: Role;
  readonly staffId: string;
  readonly roles: readonly string[];
  readonly team?: 'A' | 'B';
  readonly lead?: boolean;
  readonly active?: boolean;
}

const staffId = (n: number): string => `00000000-0000-7000-8000-0000000005${String(n).padStart(2, '0')}`;

/** `demoted` was an administrator when the session began and is an agent without a team by now. */
export const ACCOUNTS: readonly Account[] = [
  { role: 'agentA', staffId: staffId(1), roles: ['agent'], team: 'A' },
  { role: 'agentB', staffId: staffId(2), roles: ['agent'], team: 'B' },
  { role: 'leadA', staffId: staffId(3), roles: ['agent'], team: 'A', lead: true },
  { role: 'supervisor', staffId: staffId(4), roles: ['supervisor'], team: 'A' },
  { role: 'privacyOwner', staffId: staffId(5), roles: ['privacy_owner'] },
  { role: 'admin', staffId: staffId(6), roles: ['admin'] },
  { role: 'deactivated', staffId: staffId(7), roles: ['supervisor', 'admin'], team: 'A', active: false },
  { role: 'demoted', staffId: staffId(8), roles: ['admin'] },
];
/** Somebody who works here and never calls: for commands about colleagues. */
export const COLLEAGUE = staffId(9);

export const staffIdOf = (role: Role): string => ACCOUNTS.find((a) => a.role === role)?.staffId ?? COLLEAGUE;
export const tokenOf = (role: Role): string => createHash('sha256').update(`matrix session of ${role}`).digest('base64url');
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
