import type { GraphQLSchema } from 'graphql';
import { outcomeOf, refusalOf, type Answer } from './answers';
import { documentsFor, edgesWithIds, idPaths, rootFields, type EdgeArguments, type RootField } from './documents';
import { CUSTOMER_CANARY, TEAMS, TICKET_CANARY, type Team } from './fixture';
import type { IdRule, Outcome, Policy } from './policy-types';
import { ROLES, SEES_CUSTOMERS, SIGHT, type Role } from './roles';

export type Policies = Readonly<Record<string, Policy>>;
/** Edges that take an id, with the document that goes through them: a second way needs the check of the first. */
export type EdgePolicies = Readonly<Record<string, EdgePolicy>>;
export interface EdgePolicy {
  readonly roles: readonly Role[];
  /** The edge with `$id` in it, from the root. */
  readonly document: (mine: Team) => string;
  readonly ids: { readonly own: (mine: Team) => string; readonly foreign: (mine: Team) => string; readonly missing: string; readonly malformed: string };
}

export interface Desk {
  readonly schema: GraphQLSchema;
  ask(role: Role, query: string, variables: Record<string, unknown>): Promise<Answer>;
  /** Puts the rows back as they were. */
  reset(): Promise<void>;
  /** Forgets how often somebody knocked. */
  calm(): Promise<void>;
  /** Names of tables whose rows are not as they were. */
  changed(): Promise<readonly string[]>;
}

export interface Report {
  readonly fields: number;
  readonly roles: number;
  readonly calls: number;
  readonly unexpected: readonly string[];
}

interface Variant {
  readonly name: string;
  readonly variables: Record<string, unknown>;
  readonly expected: Outcome;
  /** Path of the id that stands for another thing. */
  readonly path?: string;
  /** What is expected of a missing one. */
  readonly missing?: Outcome;
  /** A list that is filtered otherwise has no other edges. */
  readonly shallow?: boolean;
  /** The answer may be `data`, and yet nothing may have changed. */
  readonly untouched?: boolean;
}

/** Calls every operation as every role with own, foreign, missing and malformed ids, and says what was not as the policy has it. */
export class Matrix {
  private calls = 0;
  private readonly unexpected: string[] = [];
  /** Answers to missing ids, to compare those to foreign ones with. */
  private refusals = new Map<string, string>();

  constructor(
    private readonly desk: Desk,
    private readonly policies: Policies,
    private readonly edges: EdgePolicies,
    private readonly nested: EdgeArguments,
  ) {}

  /** @param only keys of operations; all unless told */
  async run(only?: readonly string[]): Promise<Report> {
    const all = rootFields(this.desk.schema);
    const fields = all.filter((f) => f.operation !== 'subscription' && (!only || only.includes(f.key)));
    this.gate(only ? all.filter((f) => only.includes(f.key)) : all, only === undefined);
    await this.desk.reset();
    for (const field of fields) if (this.policies[field.key]) for (const role of ROLES) await this.field(field, this.policies[field.key]!, role);
    if (!only) for (const [key, edge] of Object.entries(this.edges)) for (const role of ROLES) await this.edge(key, edge, role);
    return { fields: fields.length, roles: ROLES.length, calls: this.calls, unexpected: this.unexpected };
  }

  /** Every operation and every id in its arguments has an entry, and no entry is about nothing. */
  private gate(fields: readonly RootField[], whole: boolean): void {
    const say = (text: string) => this.unexpected.push(text);
    for (const { key, field } of fields) {
      const policy = this.policies[key];
      if (!policy) {
        say(`${key}: no policy`);
        continue;
      }
      const paths = idPaths(field);
      for (const path of paths) if (!policy.ids?.[path]) say(`${key}: no policy for ${path}`);
      if (policy.behind && !policy.ids?.[policy.behind]) say(`${key}: is behind ${policy.behind}, which has no policy`);
    }
    if (!whole) return;
    const keys = new Set(fields.map((f) => f.key));
    for (const key of Object.keys(this.policies)) if (!keys.has(key)) say(`${key}: a policy for no operation`);
    const edges = edgesWithIds(this.desk.schema);
    for (const key of edges) if (!this.edges[key]) say(`${key}: no policy for an edge that takes an id`);
    for (const key of Object.keys(this.edges)) if (!edges.includes(key)) say(`${key}: a policy for no edge`);
  }

  private async field(root: RootField, policy: Policy, role: Role): Promise<void> {
    this.refusals = new Map();
    for (const variant of this.variants(policy, role)) {
      const documents = documentsFor(root, this.nested, new Set(Object.keys(variant.variables)));
      // The near document says what comes of it; the deep ones read on along each edge where there is something to read.
      for (const [n, document] of documents.entries()) {
        if (n > 0 && (variant.expected !== 'data' || variant.shallow)) break;
        await this.call(root, role, n === 0 ? variant : { ...variant, name: `${variant.name}, deep ${n}` }, document);
      }
    }
  }

  private async call(root: RootField, role: Role, variant: Variant, document: string): Promise<void> {
    const where = `${root.key} as ${role} with ${variant.name}`;
    if (root.operation === 'mutation') await this.desk.calm();
    const answer = await this.ask(role, document, variant.variables);
    const outcome = outcomeOf(answer, root.field.name);
    if (outcome !== variant.expected) this.unexpected.push(`${where}: ${outcome} instead of ${variant.expected}${outcome === 'data' ? '' : ` (${JSON.stringify(answer).slice(0, 300)})`}`);
    this.canaries(where, role, answer);
    this.sameRefusal(where, role, root, variant, answer);
    if (root.operation !== 'mutation') return;
    const changed = await this.desk.changed();
    if (changed.length === 0) return;
    if (variant.untouched) this.unexpected.push(`${where}: changed ${changed.join(', ')}`);
    if (outcome !== 'data') this.unexpected.push(`${where}: was refused and changed ${changed.join(', ')}`);
    await this.desk.reset();
  }

  private async ask(role: Role, document: string, variables: Record<string, unknown>): Promise<Answer> {
    this.calls++;
    return this.desk.ask(role, document, variables);
  }

  /** Nothing of a team somebody may not see, and nothing of customers to people without business with them. */
  private canaries(where: string, role: Role, answer: Answer): void {
    const text = JSON.stringify(answer);
    for (const team of TEAMS) {
      const found = SIGHT[role].includes(team) ? null : TICKET_CANARY[team].exec(text);
      if (found) this.unexpected.push(`${where}: tells of team ${team} (…${text.slice(Math.max(0, found.index - 120), found.index + 60)}…)`);
    }
    const customer = SEES_CUSTOMERS.includes(role) ? null : CUSTOMER_CANARY.exec(text);
    if (customer) this.unexpected.push(`${where}: tells of a customer (${customer[0]})`);
  }

  /** What may not be seen and what does not exist are answered word for word alike. */
  private sameRefusal(where: string, role: Role, root: RootField, variant: Variant, answer: Answer): void {
    const field = root.field.name;
    // Where another answer is expected of the foreign one, nothing is hidden behind it; what was made has an id of its own.
    if (!variant.path || variant.expected !== variant.missing || SIGHT[role].length > 1 || (root.operation === 'mutation' && variant.expected === 'data')) return;
    const [, kind] = variant.name.split(' ');
    if (kind === 'missing') this.refusals.set(variant.path, refusalOf(answer, field));
    const missing = this.refusals.get(variant.path);
    if (kind === 'foreign' && missing !== undefined && refusalOf(answer, field) !== missing) this.unexpected.push(`${where}: ${refusalOf(answer, field)} is not ${missing}`);
  }

  private *variants(policy: Policy, role: Role): Generator<Variant> {
    const mine: Team = SIGHT[role][0] ?? 'A';
    const args = policy.args?.(mine, role) ?? {};
    const door = this.door(policy, role);
    const blind = door === null && policy.behind !== undefined && SIGHT[role].length === 0;
    const own = typeof policy.own === 'object' ? (policy.own[role] ?? 'data') : (policy.own ?? 'data');
    const hidden = policy.behind ? answerTo(policy.ids![policy.behind]!) : own;
    yield { name: 'own ids', variables: args, expected: door ?? (blind ? hidden : own), untouched: blind };
    for (const [path, rule] of Object.entries(policy.ids ?? {})) {
      if (blind && path !== policy.behind) continue;
      const { [rule.without ?? '']: _, ...beside } = args;
      const at = (name: string, value: unknown, expected: Outcome): Variant => ({ name: `${path} ${name}`, path, variables: withValue(beside, path, value), shallow: name !== 'foreign', expected: door ?? expected, missing: door ?? rule.missing, untouched: rule.untouched && !(name === 'foreign' && SIGHT[role].length > 1) });
      yield at('missing', rule.kind.missing, rule.missing);
      if (rule.kind.malformed !== undefined) yield at('malformed', rule.kind.malformed, rule.malformed ?? rule.missing);
      if (rule.kind.foreign) yield at('foreign', rule.kind.foreign(mine), rule.foreign ?? (SIGHT[role].length > 1 ? (rule.seen ?? own) : rule.missing));
    }
  }

  /** What the guard says before anything is looked at; null when it lets the role in. */
  private door(policy: Policy, role: Role): Outcome | null {
    if (policy.roles === 'anybody') return null;
    if (role === 'anonymous' || role === 'deactivated') return 'UNAUTHENTICATED';
    return policy.roles.includes(role) ? null : 'FORBIDDEN';
  }

  /** An edge shows nothing for a foreign id, exactly as for a missing one. */
  private async edge(key: string, edge: EdgePolicy, role: Role): Promise<void> {
    const mine: Team = SIGHT[role][0] ?? 'A';
    const answers: Record<string, string> = {};
    for (const [name, value] of [['own', edge.ids.own(mine)], ['missing', edge.ids.missing], ['malformed', edge.ids.malformed], ['foreign', edge.ids.foreign(mine)]] as const) {
      const answer = await this.ask(role, edge.document(mine), { id: value });
      answers[name] = JSON.stringify(answer);
      this.canaries(`${key} as ${role} with ${name}`, role, answer);
    }
    const allowed = edge.roles.includes(role);
    const tells = answers.own !== answers.missing;
    if (tells !== (allowed && SIGHT[role].length > 0)) this.unexpected.push(`${key} as ${role}: ${tells ? 'shows' : 'does not show'} what is its own (${answers.own})`);
    if (SIGHT[role].length < 2 && answers.foreign !== answers.missing) this.unexpected.push(`${key} as ${role}: foreign is ${answers.foreign}, missing is ${answers.missing}`);
    if (/INTERNAL/.test(answers.malformed!)) this.unexpected.push(`${key} as ${role}: malformed is ${answers.malformed}`);
  }
}

const answerTo = (rule: IdRule): Outcome => rule.missing;

/** The arguments with another value at a dotted path; where a list stands, a list of one. */
function withValue(args: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const copy = structuredClone(args);
  const keys = path.split('.');
  let at: Record<string, unknown> = copy;
  // Of a list of things, the first.
  for (const key of keys.slice(0, -1)) {
    const step = (at[key] ??= {});
    at = (Array.isArray(step) ? step[0] : step) as Record<string, unknown>;
  }
  const last = keys.at(-1)!;
  at[last] = Array.isArray(at[last]) || /(Ids|numbers)$/.test(last) ? [value] : value;
  return copy;
}
