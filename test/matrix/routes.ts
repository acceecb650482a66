import { MALFORMED, NOWHERE, OF, QUARANTINED, type Team } from './fixture';
import type { Role } from './roles';

const other = (mine: Team): Team => (mine === 'A' ? 'B' : 'A');

/** A door beside GraphQL. Paths are written with `:id` where a thing is named. */
export interface RoutePolicy {
  readonly roles: readonly Role[] | 'anybody';
  /** Status for those it is for. */
  readonly own: number;
  /** What stands for `:id`. Foreign, missing and malformed are answered alike. */
  readonly ids?: { readonly own: (mine: Team) => string; readonly foreign?: (mine: Team) => string; readonly missing: string; readonly malformed: string; readonly refused: number };
  /** The thing belongs to a team: who sees no team finds nothing. */
  readonly behindTeam?: boolean;
}

const AGENTS: readonly Role[] = ['agentA', 'agentB', 'leadA', 'supervisor', 'demoted'];
const READERS: readonly Role[] = [...AGENTS, 'privacyOwner'];
/** `../` and quotes in their written form: what a path may carry. */
const CROOKED = encodeURIComponent(`../${MALFORMED}`);

/** Every route of every controller: one without an entry fails. */
export const ROUTES: Readonly<Record<string, RoutePolicy>> = {
  'GET /health/live': { roles: 'anybody', own: 200 },
  'GET /health/ready': { roles: 'anybody', own: 200 },
  'POST /files': { roles: AGENTS, own: 422 },
  'GET /files/:id': { roles: READERS, own: 200, behindTeam: true, ids: { own: (mine) => OF[mine].attachment, foreign: (mine) => OF[other(mine)].attachment, missing: NOWHERE, malformed: CROOKED, refused: 404 } },
  'GET /mail/raw/:id.eml': { roles: ['supervisor', 'privacyOwner'], own: 200, ids: { own: (mine) => OF[mine].message, missing: NOWHERE, malformed: CROOKED, refused: 404 } },
  'GET /mail/quarantine/:id.eml': { roles: ['supervisor'], own: 200, ids: { own: () => QUARANTINED, missing: NOWHERE, malformed: CROOKED, refused: 404 } },
  // Answers with what the person may hear of: nothing, to an administrator.
  'GET /desk-events': { roles: [...READERS, 'admin'], own: 200 },
  // Only in the demo; elsewhere they do not exist.
  'GET /dev/mail': { roles: 'anybody', own: 404 },
  'GET /dev/mail.json': { roles: 'anybody', own: 404 },
  'GET /dev/clock': { roles: 'anybody', own: 404 },
  'POST /dev/clock': { roles: 'anybody', own: 404 },
};
