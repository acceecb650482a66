import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { FixedClock } from '@kaiku/kernel';
import { CustomersApiModule } from '@kaiku/customers';
import { AccessInMemoryModule } from '@kaiku/customers/testing';
import { addRequestHooks, GraphqlModule, JobsModule, OutboxRelay, PlatformModule } from '@kaiku/platform';
import { StaffApiModule } from '@kaiku/staff';
import { aSession, aStaffMember, type AStaffMember } from '@kaiku/staff/testing';
import { createTestDatabase, testConfig, type TestDatabase } from '@kaiku/testing';
import request from 'supertest';
import { REFRESH_MS } from '../live/desk-follower';
import { TicketsApiModule } from '../tickets.api.module';

/** Parsed JSON: what is not there fails the expectation that reads it. */
export type Tree = ReturnType<JSON['parse']>;

export interface Caller {
  readonly id: string;
  readonly name: string;
  readonly cookie: string;
  readonly sessionId: string;
  /** Data of a document; throws when the answer has errors. */
  data<D = Tree>(query: string, variables?: Record<string, unknown>): Promise<D>;
  ask(query: string, variables?: Record<string, unknown>): Promise<{ status: number; body: Tree }>;
}

/** Tickets with what they need below them, answering on a port of this machine. */
export interface Desk {
  readonly app: NestFastifyApplication;
  readonly db: TestDatabase;
  readonly clock: FixedClock;
  readonly url: string;
  /** Puts committed events into the log, as the worker does all the time. */
  sequence(): Promise<void>;
  signedIn(account?: AStaffMember): Promise<Caller>;
  close(): Promise<void>;
}

/** @param refreshMs how often followers' rights are looked at */
export async function openDesk(refreshMs = 4000): Promise<Desk> {
  const db = await createTestDatabase('desk');
  const clock = new FixedClock();
  const config = testConfig(db.url);
  const module = await Test.createTestingModule({ imports: [PlatformModule.for(config, clock), GraphqlModule, JobsModule, AccessInMemoryModule, StaffApiModule, CustomersApiModule, TicketsApiModule] })
    .overrideProvider(REFRESH_MS).useValue(refreshMs).compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  addRequestHooks(app);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    app, db, clock, url,
    sequence: () => app.get(OutboxRelay, { strict: false }).turn(),
    async signedIn(account = {}) {
      const { id, name } = await aStaffMember(db, { password: null, ...account });
      const session = await aSession(db, id);
      const cookie = `kaiku=${session.token}`;
      const ask = async (query: string, variables: Record<string, unknown> = {}) => {
        const { status, body } = await request(url).post('/graphql').set({ origin: url, cookie }).send({ query, variables });
        return { status, body };
      };
      return {
        id, name, cookie, sessionId: session.id, ask,
        async data<D = Tree>(query: string, variables?: Record<string, unknown>) {
          const { body } = await ask(query, variables);
          if (body.errors) throw new Error(JSON.stringify(body.errors));
          return body.data as D;
        },
      };
    },
    async close() {
      await app.close();
      await db.drop();
    },
  };
}
