import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { BusinessClock, ConfigError, Database, DueSweep, JobRunner, loadConfig, log, Metrics, NestLog, OutboxRelay } from '@kaiku/platform';
import { SmtpDoor } from '@kaiku/conversations';
import { WorkerModule } from './worker.module';

const STOP_WITHIN_MS = 25_000;

/** Says which variable names the port that is taken. */
const portError = (variable: string) => (error: NodeJS.ErrnoException): never => {
  if (error.code === 'EADDRINUSE') throw new ConfigError([`${variable}: the port is taken; choose another, or 0 for any`]);
  if (error.code === 'EACCES') throw new ConfigError([`${variable}: this user may not listen on that port`]);
  throw error;
};

async function main(): Promise<void> {
  const config = loadConfig();
  log.level = config.logLevel;
  const app = await NestFactory.createApplicationContext(WorkerModule.for(config), { logger: new NestLog(), abortOnError: false });
  app.enableShutdownHooks();
  await app.get(BusinessClock).follow();
  await app.get(JobRunner).start();
  app.get(OutboxRelay).start();
  app.get(DueSweep).start();
  const smtp = await app.get(SmtpDoor).open().catch(portError('KAIKU_SMTP_PORT'));
  const metrics = app.get(Metrics);
  metrics.ready = () => app.get(Database).answers();
  await metrics.listen().catch(portError('KAIKU_METRICS_PORT'));
  // Supervisors kill after 30 s; a queue store that is gone must not hold us up that long.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref());
  log.info({ smtpPort: smtp, queues: config.queues.store }, 'worker is ready');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : `The worker could not start: ${error instanceof Error ? error.stack : String(error)}`}\n`);
  process.exit(1);
});
