import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { FixedClock } from '@kaiku/kernel';
import { CustomersApiModule } from '@kaiku/customers';
import { AccessInMemoryModule } from '@kaiku/customers/testing';
import { addRequestHooks, GraphqlModule, PlatformModule } from '@kaiku/platform';
import { StaffApiModule } from '@kaiku/staff';
import { createTestDatabase, testConfig, type TestDatabase } from '@kaiku/testing';
import { TicketsApiModule } from '@kaiku/tickets';
import { SurveysApiModule } from '../surveys.api.module';
import { SurveysWorkerModule } from '../surveys.worker.module';

export interface SurveyAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  hidden(name: string): string;
}

/** The survey's pages on a port of this machine, and a browser that has no scripts. */
export interface SurveyPages {
  readonly app: NestFastifyApplication;
  readonly db: TestDatabase;
  readonly clock: FixedClock;
  readonly url: string;
  ask(path: string, init?: RequestInit): Promise<SurveyAnswer>;
  /** Sends fields as the page's form would. */
  post(path: string, fields: Readonly<Record<string, string>> | string, headers?: Record<string, string>): Promise<SurveyAnswer>;
  /** Opens the link, waits five seconds, presses the button. */
  answer(token: string, fields: Readonly<Record<string, string>>, seconds?: number): Promise<SurveyAnswer>;
  close(): Promise<void>;
}

export async function openSurveyPages(): Promise<SurveyPages> {
  const db = await createTestDatabase('surveys');
  const clock = new FixedClock();
  const module = await Test.createTestingModule({ imports: [PlatformModule.for(testConfig(db.url), clock), GraphqlModule, AccessInMemoryModule, StaffApiModule, CustomersApiModule, TicketsApiModule, SurveysApiModule, SurveysWorkerModule] }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter({ trustProxy: '127.0.0.1', routerOptions: { maxParamLength: 5000 } }));
  addRequestHooks(app);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const ask: SurveyPages['ask'] = async (path, init = {}) => {
    const response = await fetch(url + path, { redirect: 'manual', ...init });
    const text = await response.text();
    return { status: response.status, text, headers: response.headers, hidden: (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '' };
  };
  const post: SurveyPages['post'] = (path, fields, headers = {}) =>
    ask(path, { method: 'POST', body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null', 'sec-fetch-site': 'same-origin', ...headers } });
  return {
    app, db, clock, url, ask, post,
    async answer(token, fields, seconds = 5) {
      const nonce = (await ask(`/s/${token}?edit=1`)).hidden('nonce');
      clock.advance(seconds * 1000);
      return post(`/s/${token}`, { nonce, website: '', ...fields });
    },
    async close() {
      await app.close();
      await db.drop();
    },
  };
}
