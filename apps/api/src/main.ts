import { MailCatcher } from '@kaiku/conversations';
import { ConfigError, loadConfig, log, Metrics, type Config } from '@kaiku/platform';
import { createApi } from './create-api';
import { Readiness } from './http/readiness';

/** Supervisors kill after 30 s; what has not ended by then is ended by us, and said. */
const STOP_WITHIN_MS = 25_000;

async function main(): Promise<void> {
  const config = loadConfig();
  log.level = config.logLevel;
  const app = await createApi(config);
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'api stops');
    app.get(Readiness).drain();
    setTimeout(() => {
      log.error('api did not stop in time');
      process.exit(1);
    }, STOP_WITHIN_MS).unref();
    app.close().then(() => process.exit(0), (err: unknown) => {
      log.error({ err }, 'api stopped badly');
      process.exit(1);
    });
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);

  // In the demo, what goes out is caught here unless somebody named a mail server.
  if (config.demo && !config.mail.outUrl) await onPort('KAIKU_CATCHER_PORT', config.mail.catcherPort, () => app.get(MailCatcher, { strict: false }).open());
  await onPort('KAIKU_METRICS_PORT', config.metricsPort, () => app.get(Metrics).listen());
  await onPort('PORT', config.http.port, () => app.listen(config.http.port, config.http.host));
  log.info({ port: config.http.port, queues: config.queues.store, demo: config.demo }, 'api listens');
  warnAboutPublicUrl(config);
}

/** A taken port is an error that names the variable to change. */
async function onPort(variable: string, port: number, listen: () => Promise<unknown>): Promise<void> {
  try {
    await listen();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE') throw new ConfigError([`${variable}: port ${port} is taken by another program; choose another or 0 for any`]);
    if (code === 'EACCES') throw new ConfigError([`${variable}: port ${port} may not be opened by this user`]);
    throw error;
  }
}

function warnAboutPublicUrl({ http: { publicUrl } }: Config): void {
  if (publicUrl.protocol === 'https:' || /^(localhost|127\.|\[::1\])/.test(publicUrl.hostname)) return;
  log.warn('PUBLIC_URL is plain http and not this machine: signing in is refused there, because passwords would travel readable');
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else log.fatal({ err: error }, hint(error));
  process.exit(1);
});

/** What a person can do about the usual failures. */
function hint(error: unknown): string {
  const code = (error as { code?: string } | null)?.code;
  if (code === '42P01' || code === '3F000') return 'the database is not migrated: run npm run migrate';
  if (code === '22023' || code === '42501') return 'the database user may not act as kaiku_app: run npm run migrate, which sees to it or says how';
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT') return 'DATABASE_URL: the database does not answer';
  if (code === '28P01' || code === '28000') return 'DATABASE_URL: the database refuses this user or password';
  return error instanceof Error ? error.message : 'api could not start';
}
