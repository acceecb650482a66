import { OF, type Team } from './fixture';
import { KINDS, type IdRule, type Policy } from './policy-types';
import type { Role } from './roles';
import type { Policies } from './run';

/** Who writes down what a customer says they want to get. */
const RECORDERS: readonly Role[] = ['agentA', 'agentB', 'leadA', 'supervisor', 'demoted', 'privacyOwner'];
/** Who restricts processing and stops addresses. */
const GUARDIANS: readonly Role[] = ['supervisor', 'privacyOwner'];

const customer: IdRule = { kind: KINDS.customer, missing: 'customer.not_found', malformed: 'input.invalid' };
/** An address of somebody else is none of this customer's, whoever asks. */
const point = (missing: string): IdRule => ({ kind: KINDS.contactPoint, missing, seen: missing, malformed: 'input.invalid' });
const said = (more: Record<string, unknown>) => (mine: Team): Record<string, unknown> => ({ input: { customerId: OF[mine].customer, source: 'PHONE', evidence: 'Said so on the phone', ...more } });
const choice = (roles: readonly Role[], more: Record<string, unknown>, rest: Partial<Policy> = {}): Policy => ({ roles, args: said(more), ...rest, ids: { 'input.customerId': customer, ...rest.ids } });
const address = (more: Record<string, unknown>) => (mine: Team): Record<string, unknown> => ({ input: { customerId: OF[mine].customer, contactPointId: OF[mine].email, reason: 'The mailbox is full', ...more } });

/** Nothing stands yet for the customers of the fixture: what would be taken back is not there. */
const NOTHING = 'choice.not_in_force';

export const CHOICE_POLICIES: Policies = {
  'Mutation.giveConsent': choice(RECORDERS, { purpose: 'SERVICE_QUALITY' }),
  'Mutation.withdrawConsent': choice(RECORDERS, { purpose: 'SERVICE_QUALITY' }),
  'Mutation.objectToContact': choice(RECORDERS, { scope: 'SURVEYS' }),
  'Mutation.withdrawObjection': choice(RECORDERS, { scope: 'SURVEYS' }, { own: NOTHING, ids: { 'input.contactPointId': point(NOTHING) } }),
  'Mutation.restrictProcessing': choice(GUARDIANS, { ground: 'LEGAL_CLAIMS' }),
  'Mutation.liftRestriction': choice(GUARDIANS, { ground: 'LEGAL_CLAIMS' }, { own: NOTHING }),
  'Mutation.suppressAddress': { roles: GUARDIANS, args: address({ scope: 'SURVEYS' }), ids: { 'input.customerId': customer, 'input.contactPointId': point('customer.not_found') } },
  'Mutation.liftSuppression': { roles: GUARDIANS, args: address({}), own: NOTHING, ids: { 'input.customerId': customer, 'input.contactPointId': point(NOTHING) } },
};
