/** Whom a plan may name; the person behind each is looked up when a reminder fires. */
export const ROLES_OF_PLAN = ['assignee', 'team', 'lead', 'supervisor', 'owner'] as const;
export type PlanRole = (typeof ROLES_OF_PLAN)[number];

/** Ids of people who work here now; whoever has left is not among them. */
export interface Candidates {
  readonly assignee: string | null;
  readonly team: readonly string[];
  readonly leads: readonly string[];
  readonly supervisors: readonly string[];
  /** Of requests about personal data; of other matters nobody. */
  readonly owners: readonly string[];
  readonly admins: readonly string[];
}

/** Each step asks the next one when there is nobody: the chain has no gap, and it ends with who looks after the accounts. */
const CHAIN: readonly PlanRole[] = ['assignee', 'team', 'lead', 'supervisor'];

/** Who hears: for each role the plan names, its people, or else those of the first later step that has any. Never nobody while anybody works here. */
export function recipientsOf(to: readonly PlanRole[], candidates: Candidates): readonly string[] {
  const roles = to.length > 0 ? to : CHAIN.slice(0, 1);
  return [...new Set(roles.flatMap((role) => walk(role, candidates)))].sort();
}

function walk(role: PlanRole, candidates: Candidates): readonly string[] {
  const steps = role === 'owner' ? (['owner', 'lead', 'supervisor'] as const) : CHAIN.slice(CHAIN.indexOf(role));
  for (const step of steps) {
    const people = peopleOf(step, candidates);
    if (people.length > 0) return people;
  }
  // A plan that names people who are gone must not fall silent: whoever leads the desk, or else looks after it.
  return candidates.supervisors.length > 0 ? candidates.supervisors : candidates.admins;
}

const peopleOf = (role: PlanRole, { assignee, team, leads, supervisors, owners }: Candidates): readonly string[] =>
  ({ assignee: assignee ? [assignee] : [], team, lead: leads, supervisor: supervisors, owner: owners })[role];
