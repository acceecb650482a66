import { violatedConstraint } from '@kaiku/platform';
import { CustomerNotFound } from '@kaiku/customers';
import { TeamNotFound } from '@kaiku/staff';
import type { Problem } from '@kaiku/kernel';
import { AssigneeNotAllowed } from './tickets.problems';

const PROBLEMS: Readonly<Record<string, new () => Problem>> = { ticket_team_fk: TeamNotFound, ticket_customer_fk: CustomerNotFound, ticket_assignee_fk: AssigneeNotAllowed };

/** Runs `work`; a constraint that speaks of the domain is answered in its words. */
export async function inDomainWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const ProblemOf = PROBLEMS[violatedConstraint(error) ?? ''];
    throw ProblemOf ? new ProblemOf() : error;
  }
}
