import { MALFORMED, NOWHERE, OF, QUARANTINED, type Team } from './fixture';
import type { Role } from './roles';

/** `data`, `null`, a problem's code, or `FORBIDDEN`. */
export type Outcome = string;

/** Values that stand for another thing than one's own. `foreign` exists only where somebody else's thing can be. */
export interface Kind {
  readonly foreign?: (mine: Team) => unknown;
  readonly missing: unknown;
  readonly malformed?: unknown;
}

const other = (mine: Team): Team => (mine === 'A' ? 'B' : 'A');
const of = (key: keyof (typeof OF)['A']): Kind => ({ foreign: (mine) => OF[other(mine)][key], missing: NOWHERE, malformed: MALFORMED });
const everybodys: Kind = { missing: NOWHERE, malformed: MALFORMED };

export const KINDS = {
  ticket: of('ticket'),
  solvedTicket: of('solved'),
  /** Entries are reached through their ticket. */
  message: of('message'),
  waitingReply: of('waitingReply'),
  failedReply: of('failedReply'),
  /** Somebody else's upload, and a file that hangs on somebody else's ticket. */
  upload: of('upload'),
  attachment: of('attachment'),
  /** What a colleague of the other team is told. */
  notice: of('notice'),
  deadline: of('deadline'),
  /** Customers, colleagues and teams themselves are known to everybody who may ask at all. */
  customer: everybodys,
  /** An address of another customer. */
  contactPoint: of('email'),
  staff: everybodys,
  team: everybodys,
  quarantined: { missing: NOWHERE, malformed: MALFORMED },
  /** Settings of the desk belong to nobody. */
  calendar: everybodys,
  proposal: everybodys,
  policy: everybodys,
  plan: everybodys,
  survey: everybodys,
  surveyAnswer: everybodys,
  number: { foreign: (mine: Team) => (mine === 'A' ? 882_001 : 771_001), missing: 999_999 },
} satisfies Record<string, Kind>;

export const QUARANTINED_ID = QUARANTINED;

/** What comes of another id than one's own. Foreign is answered like missing, word for word, unless said otherwise. */
export interface IdRule {
  readonly kind: Kind;
  readonly missing: Outcome;
  readonly malformed?: Outcome;
  /** Only where foreign and missing may differ: nothing is hidden behind the id. The reason is written beside it. */
  readonly foreign?: Outcome;
  /** Whatever is answered to another id than one's own, no row may change. */
  readonly untouched?: boolean;
  /** What comes of another team's thing for those who see both teams; as of their own unless said. */
  readonly seen?: Outcome;
  /** An argument that must not be given beside this one. */
  readonly without?: string;
}

export interface Policy {
  /** Roles that get past the door. `anybody` includes people without a session. */
  readonly roles: readonly Role[] | 'anybody';
  /** Arguments that name things of `mine`, which work for somebody who may see them. */
  readonly args?: (mine: Team, role: Role) => Record<string, unknown>;
  /** What comes of `args`; by role where roles differ. */
  readonly own?: Outcome | Partial<Record<Role, Outcome>>;
  /** Each argument or input field that names a thing. */
  readonly ids?: Readonly<Record<string, IdRule>>;
  /** The path in `ids` whose thing belongs to a team: who sees no team gets the answer of a missing one, whatever else is asked. */
  readonly behind?: string;
}
