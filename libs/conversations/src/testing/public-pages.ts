import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { FixedClock } from '@kaiku/kernel';
import { CustomersApiModule } from '@kaiku/customers';
import { AccessInMemoryModule } from '@kaiku/customers/testing';
import { addRequestHooks, GraphqlModule, PlatformModule } from '@kaiku/platform';
import { StaffApiModule } from '@kaiku/staff';
import { createTestDatabase, testConfig, type TestDatabase } from '@kaiku/testing';
import { TicketsApiModule } from '@kaiku/tickets';
import { ConversationsApiModule } from '../conversations.api.module';

export interface PageAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** Value of a hidden field of the page. */
  hidden(name: string): string;
}

export interface Typed {
  readonly [field: string]: string | readonly string[];
}
export interface TypedFile {
  readonly name: string;
  readonly content: string | Buffer;
}

/** The public pages on a port of this machine, and a browser that has no scripts. */
export interface PublicPages {
  readonly app: NestFastifyApplication;
  readonly db: TestDatabase;
  readonly clock: FixedClock;
  get(path: string, headers?: Record<string, string>): Promise<PageAnswer>;
  /** Sends a form as a browser would, files last. */
  post(path: string, fields: Typed, files?: readonly TypedFile[], headers?: Record<string, string>): Promise<PageAnswer>;
  /** Opens the form, takes five seconds to fill it, sends it. */
  send(fields?: Typed, options?: { files?: readonly TypedFile[]; language?: string; seconds?: number; headers?: Record<string, string> }): Promise<PageAnswer>;
  close(): Promise<void>;
}

export const FILLED: Typed = { kind: 'complaint', what: 'Koiran ruoka aiheutti oireita\nMitä teen?', order: 'A-1001', email: 'maija.virtanen@posti.example', phone: '' };

export async function openPublicPages(settings: Record<string, string> = {}): Promise<PublicPages> {
  const db = await createTestDatabase('pages');
  const clock = new FixedClock();
  const module = await Test.createTestingModule({ imports: [PlatformModule.for(testConfig(db.url, settings), clock), GraphqlModule, AccessInMemoryModule, StaffApiModule, CustomersApiModule, TicketsApiModule, ConversationsApiModule] }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter({ trustProxy: '127.0.0.1', routerOptions: { maxParamLength: 5000 } }));
  addRequestHooks(app);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();

  const answer = async (response: Response): Promise<PageAnswer> => {
    const text = await response.text();
    return { status: response.status, text, headers: response.headers, hidden: (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '' };
  };
  const pages: PublicPages = {
    app, db, clock,
    get: async (path, headers = {}) => answer(await fetch(url + path, { redirect: 'manual', headers })),
    async post(path, fields, files = [], headers = {}) {
      const form = new FormData();
      for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value as string);
      for (const file of files) form.append('files', new Blob([file.content as Uint8Array<ArrayBuffer>]), file.name);
      return answer(await fetch(url + path, { method: 'POST', body: form, redirect: 'manual', headers: { origin: 'null', 'sec-fetch-site': 'same-origin', ...headers } }));
    },
    async send(fields = FILLED, { files = [], language = 'fi', seconds = 5, headers = {} } = {}) {
      const nonce = (await pages.get(`/${language}/form`)).hidden('nonce');
      clock.advance(seconds * 1000);
      return pages.post(`/${language}/form`, { nonce, homepage: '', ...fields }, files, headers);
    },
    async close() {
      await app.close();
      await db.drop();
    },
  };
  return pages;
}
