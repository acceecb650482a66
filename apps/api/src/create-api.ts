import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import multipart from '@fastify/multipart';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import { BusinessClock, addConsoleFiles, addRequestHooks, NestLog, type Config } from '@kaiku/platform';
import { Clock, LIMITS } from '@kaiku/kernel';
import { MissingPageFilter } from '@kaiku/conversations';
import { SetupLink } from '@kaiku/staff';
import { ApiModule } from './api.module';
import { CONSOLE_PAGES } from './http/console-pages';

/** The whole api, ready to listen. @param clock stands in for the business clock; for tests */
export async function createApi(config: Config, clock?: Clock): Promise<NestFastifyApplication> {
  const { trustedProxies } = config.http;
  const adapter = new FastifyAdapter({
    bodyLimit: LIMITS.graphql.bodyBytes,
    routerOptions: { maxParamLength: 5000 },
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    logger: false,
    // A body must arrive in this time; files have a route of their own with their own limit.
    requestTimeout: 120_000,
    keepAliveTimeout: 72_000,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.for(config, clock), adapter, { logger: new NestLog(), abortOnError: false });
  try {
    await prepare(app, config);
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function prepare(app: NestFastifyApplication, config: Config): Promise<void> {
  const { consoleDir } = config.http;
  addRequestHooks(app);
  app.useGlobalFilters(new MissingPageFilter(config));
  // Files only at their own door, which reads them as they come.
  await app.register(multipart, { limits: { fileSize: LIMITS.mail.attachmentBytes, files: 1, fields: 5, fieldSize: 1000, fieldNameSize: 100, headerPairs: 20 } });
  if (consoleDir) await addConsoleFiles(app, consoleDir, CONSOLE_PAGES);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  guardSockets(app);
  const clock = app.get(Clock);
  if (clock instanceof BusinessClock) await clock.follow();
  await app.get(SetupLink, { strict: false }).ensure();
}

/** Sockets take short messages only, and no upgrade at another address is left hanging. */
function guardSockets(app: NestFastifyApplication): void {
  // Nest makes the socket server itself and takes no options for it; reading them afterwards is how they get in.
  const { _subscriptionService: service } = app.get(GraphQLModule, { strict: false }).graphQlAdapter as unknown as { _subscriptionService?: { wss?: { options: { maxPayload?: number } } } };
  if (!service?.wss) throw new Error('the socket server is not where it was: messages would have no limit');
  service.wss.options.maxPayload = LIMITS.graphql.socketBytes;
  app.getHttpServer().on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    if (!/^\/graphql(\?|$)/.test(request.url ?? '')) socket.destroy();
  });
}
