import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CUSTOMER_CANARY, NOTE_CANARY, TEAMS, TICKET_CANARY, type Team } from './fixture';
import { ROLES, SEES_CUSTOMERS, SIGHT, type Role } from './roles';
import type { Links, RoutePolicy } from './routes';
import type { Report } from './run';

/** Every route of every controller, as `GET /files/:id`: whatever a parameter is called, it is `:id` here. */
export function routesOf(app: NestFastifyApplication): string[] {
  const found = new Set<string>();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (!metatype) continue;
      for (const name of Object.getOwnPropertyNames(metatype.prototype as object)) {
        const handler = (metatype.prototype as Record<string, unknown>)[name];
        const method = typeof handler === 'function' ? (Reflect.getMetadata('method', handler) as RequestMethod | undefined) : undefined;
        if (method === undefined) continue;
        const under = asList(Reflect.getMetadata('path', metatype));
        for (const folder of under) for (const path of asList(Reflect.getMetadata('path', handler as object))) found.add(`${RequestMethod[method]} ${joined(folder, path)}`);
      }
    }
  }
  return [...found].sort();
}

const asList = (path: unknown): string[] => (Array.isArray(path) ? path.map(String) : [String(path ?? '')]);
const joined = (...parts: string[]): string => `/${parts.map((part) => part.replace(/^\/|\/$/g, '')).filter(Boolean).join('/')}`.replace(/:[A-Za-z]+|\*/g, ':id');

export interface Door {
  ask(role: Role, method: string, path: string): Promise<{ status: number; body: string }>;
  /** Names of tables whose rows are not as they were. None of these calls may change any. */
  changed(): Promise<readonly string[]>;
}

/** Calls every route as every role, with own, foreign, missing and malformed ids. */
export async function runRoutes(door: Door, routes: readonly string[], policies: Readonly<Record<string, RoutePolicy>>, links: Links): Promise<Report> {
  const unexpected = [...routes.filter((r) => !policies[r]).map((r) => `${r}: no policy`), ...Object.keys(policies).filter((r) => !routes.includes(r)).map((r) => `${r}: a policy for no route`)];
  let calls = 0;
  for (const route of routes) {
    const policy = policies[route];
    if (!policy) continue;
    const [method, pattern] = route.split(' ') as [string, string];
    for (const role of ROLES) {
      const mine: Team = SIGHT[role][0] ?? 'A';
      let refusal: string | undefined;
      const ids = policy.ids ? { own: policy.ids.own(mine, links), missing: policy.ids.missing, malformed: policy.ids.malformed, ...(policy.ids.foreign ? { foreign: policy.ids.foreign(mine) } : {}) } : { own: '' };
      for (const [name, id] of Object.entries(ids)) {
        calls++;
        const { status, body } = await door.ask(role, method, pattern.replace(':id', id));
        const where = `${route} as ${role} with ${name}`;
        const expected = expectedStatus(policy, role, name);
        const putOff = status === policy.putOff && expected === policy.ids?.refused;
        if (status !== expected && !putOff) unexpected.push(`${where}: ${status} instead of ${expected} (${body.slice(0, 160)})`);
        const held = policy.bearer && name === 'own' ? mine : null;
        for (const team of TEAMS) if (team !== held && !SIGHT[role].includes(team) && TICKET_CANARY[team].test(body)) unexpected.push(`${where}: tells of team ${team}`);
        if (!held && !SEES_CUSTOMERS.includes(role) && CUSTOMER_CANARY.test(body)) unexpected.push(`${where}: tells of a customer`);
        if (policy.bearer && NOTE_CANARY.test(body)) unexpected.push(`${where}: tells a customer what was said among staff`);
        if (held && status === policy.own && !TICKET_CANARY[held].test(body)) unexpected.push(`${where}: does not show the customer's own matter`);
        const changed = await door.changed();
        if (changed.length > 0) unexpected.push(`${where}: changed ${changed.join(', ')}`);
        if (name !== 'own' && expected === policy.ids?.refused && !putOff) {
          refusal ??= sameFor(body, id);
          if (refusal !== sameFor(body, id)) unexpected.push(`${where}: ${body} is not ${refusal}`);
        }
      }
    }
  }
  return { fields: routes.length, roles: ROLES.length, calls, unexpected };
}

/** The page of a bad address leads to itself in the other languages. */
const sameFor = (body: string, id: string): string => body.replaceAll(id, ':id').replaceAll(decodeURIComponent(id), ':id');

function expectedStatus(policy: RoutePolicy, role: Role, which: string): number {
  if (policy.roles !== 'anybody') {
    if (role === 'anonymous' || role === 'deactivated') return 401;
    if (!policy.roles.includes(role)) return 403;
  }
  if (!policy.ids) return policy.own;
  const blind = policy.behindTeam === true && SIGHT[role].length === 0;
  if (which === 'own') return blind ? policy.ids.refused : policy.own;
  return which === 'foreign' && SIGHT[role].length > 1 ? policy.own : policy.ids.refused;
}
