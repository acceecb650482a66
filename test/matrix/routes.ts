import { MALFORMED, NOWHERE, OF, QUARANTINED, type Team } from './fixture';
import type { Role } from './roles';

const other = (mine: Team): Team => (mine === 'A' ? 'B' : 'A');

/** A door beside GraphQL. Paths are written with `:id` where a thing is named. */
export interface RoutePolicy {
  readonly roles: readonly Role[] | 'anybody';
  /** Status for those it is for. */
  readonly own: number;
  /** What stands for `:id`. Foreign, missing and malformed are answered alike. */
  readonly ids?: { readonly own: (mine: Team, links: Links) => string; readonly foreign?: (mine: Team) => string; readonly missing: string; readonly malformed: string; readonly refused: number };
  /** The thing belongs to a team: who sees no team finds nothing. */
  readonly behindTeam?: boolean;
  /** After some bad addresses the next are put off; counted in memory, so that the tests cannot begin anew. */
  readonly putOff?: number;
  /** Whoever has the address reads of the customer's side of that ticket, and only of that. */
  readonly bearer?: boolean;
}
/** Tokens of the customers' own pages of each team's ticket. */
export type Links = Readonly<Record<Team, string>>;

const AGENTS: readonly Role[] = ['agentA', 'agentB', 'leadA', 'supervisor', 'demoted'];
const READERS: readonly Role[] = [...AGENTS, 'privacyOwner'];
/** `../` and quotes in their written form: what a path may carry. */
const CROOKED = encodeURIComponent(`../${MALFORMED}`);
/** As long as a token is, and nobody's. */
const NO_TOKEN = 'A'.repeat(43);

const page = (own: number): RoutePolicy => ({ roles: 'anybody', own });
const customersPage: RoutePolicy = { roles: 'anybody', own: 200, bearer: true, putOff: 429, ids: { own: (mine, links) => links[mine], missing: NO_TOKEN, malformed: CROOKED, refused: 404 } };
/** Nobody's link: with one of their own people answer, which the tests of the pages do. */
const surveyPage = (own: 404 | 405): RoutePolicy => ({ roles: 'anybody', own, putOff: 429, ids: { own: () => NO_TOKEN, missing: NO_TOKEN, malformed: CROOKED, refused: own } });
const inEachLanguage = (routes: Readonly<Record<string, RoutePolicy>>): Record<string, RoutePolicy> =>
  Object.fromEntries(['fi', 'sv', 'en'].flatMap((locale) => Object.entries(routes).map(([route, policy]) => [route.replace(' /', ` /${locale}/`), policy])));

/** Every route of every controller: one without an entry fails. */
export const ROUTES: Readonly<Record<string, RoutePolicy>> = {
  'GET /health/live': page(200),
  'GET /health/ready': page(200),
  'POST /files': { roles: AGENTS, own: 422 },
  'GET /files/:id': { roles: READERS, own: 200, behindTeam: true, ids: { own: (mine) => OF[mine].attachment, foreign: (mine) => OF[other(mine)].attachment, missing: NOWHERE, malformed: CROOKED, refused: 404 } },
  'GET /mail/raw/:id.eml': { roles: READERS, own: 200, behindTeam: true, ids: { own: (mine) => OF[mine].message, foreign: (mine) => OF[other(mine)].message, missing: NOWHERE, malformed: CROOKED, refused: 404 } },
  'GET /mail/quarantine/:id.eml': { roles: ['supervisor'], own: 200, ids: { own: () => QUARANTINED, missing: NOWHERE, malformed: CROOKED, refused: 404 } },
  // Answers with what the person may hear of: nothing, to an administrator.
  'GET /desk-events': { roles: [...READERS, 'admin'], own: 200 },
  // The form leads to the reader's language.
  'GET /form': page(302),
  ...inEachLanguage({
    'GET /form': page(200),
    // Without a signed nonce nothing is taken.
    'POST /form': page(422),
    'GET /privacy': page(200),
    'GET /accessibility': page(200),
    'GET /m/:id': customersPage,
    'POST /m/:id': customersPage,
  }),
  'GET /s/:id': surveyPage(404),
  'POST /s/:id': surveyPage(404),
  'OPTIONS /s/:id': surveyPage(405),
  'PUT /s/:id': surveyPage(405),
  'PATCH /s/:id': surveyPage(405),
  'DELETE /s/:id': surveyPage(405),
  'GET /u/:id': surveyPage(404),
  'POST /u/:id': surveyPage(404),
  'OPTIONS /u/:id': surveyPage(405),
  'PUT /u/:id': surveyPage(405),
  'PATCH /u/:id': surveyPage(405),
  'DELETE /u/:id': surveyPage(405),
  // Only in the demo; elsewhere they do not exist.
  'GET /dev/mail': page(404),
  'GET /dev/mail.json': page(404),
  'GET /dev/clock': page(404),
  'POST /dev/clock': page(404),
};
