/**
 * The composed api for tests: the same modules, hooks and limits as the process that `npm start` runs, listening on a
 * port of this machine, on a database of its own. In a spec:
 *
 *     let api: TestApi;
 *     beforeAll(async () => { api = await startApi(); });   // startApi({ KAIKU_DEMO: 'on' }) for other settings
 *     afterAll(() => api.close());
 *     const liisa = await api.signedIn({ roles: ['agent'] });            // makes the account and a session
 *     const { data } = await liisa.ask('{ me { name } }');               // GraphQL as Liisa
 *     await request(api.url).post('/graphql').set('cookie', liisa.cookie)…  // anything else: supertest
 */
import { FixedClock, type Clock } from '@kaiku/kernel';
import { createTestDatabase, testConfig, type TestDatabase } from '@kaiku/testing';
import { aSession, aStaffMember, type AStaffMember } from '@kaiku/staff/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { createApi } from '../../apps/api/src/create-api';

/** JSON whose shape the test knows and the compiler cannot: a wrong guess fails the test's own expectation. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Tree = any;

export interface Answer<D = Tree> {
  readonly status: number;
  readonly data: D;
  readonly errors?: readonly { message: string; path?: unknown; extensions?: { readonly code?: string; readonly reason?: string } }[];
  readonly headers: Record<string, string>;
}

/** Somebody with or without a session. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  /** For the Cookie header; empty when signed out. */
  readonly cookie: string;
  readonly sessionId: string;
  ask<D = Tree>(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer<D>>;
}

export interface TestApi {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly db: TestDatabase;
  /** Business time; sessions and throttles run on real time. */
  readonly clock: FixedClock;
  readonly dataFolder: string;
  /** A person of this account's roles and teams, signed in. */
  signedIn(account?: AStaffMember): Promise<Person>;
  /** GraphQL as a stranger. */
  ask: Person['ask'];
  close(): Promise<void>;
}

/** @param settings environment variables over the test defaults @param clock another business clock; `null` the real one */
export async function startApi(settings: Record<string, string> = {}, clock: Clock | null = new FixedClock()): Promise<TestApi> {
  const db = await createTestDatabase('api');
  const dataFolder = mkdtempSync(join(tmpdir(), 'kaiku-api-'));
  const app = await createApi(testConfig(db.url, { KAIKU_DATA: dataFolder, ...settings }), clock ?? undefined).catch(async (error: unknown) => {
    await db.drop();
    throw error;
  });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();

  const asker = (cookie: string): Person['ask'] => async <D>(query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}) => {
    const response = await request(url).post('/graphql').set({ origin: url, ...(cookie ? { cookie } : {}), ...headers }).send({ query, variables });
    return { status: response.status, data: response.body?.data as D, errors: response.body?.errors, headers: response.headers as Record<string, string> };
  };

  return {
    url, app, db, clock: clock as FixedClock, dataFolder,
    async signedIn(account = {}) {
      const member = await aStaffMember(db, account);
      const session = await aSession(db, member.id);
      const cookie = `kaiku=${session.token}`;
      return { id: member.id, email: member.email, password: member.password, cookie, sessionId: session.id, ask: asker(cookie) };
    },
    ask: asker(''),
    async close() {
      await app.close();
      await db.drop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
