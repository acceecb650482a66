import { Test, type TestingModule } from '@nestjs/testing';
import type { ModuleMetadata } from '@nestjs/common';
import { FixedClock } from '@kaiku/kernel';
import { Database, loadConfig, log, PlatformModule, type Config } from '@kaiku/platform';
import { createTestDatabase, type TestDatabase } from './test-database';

log.level = process.env.KAIKU_TEST_LOG ?? 'silent';

/** A library's own module on a database of its own, with a clock that stands still. */
export interface TestBench {
  readonly module: TestingModule;
  readonly db: TestDatabase;
  readonly database: Database;
  readonly clock: FixedClock;
  get: TestingModule['get'];
  close(): Promise<void>;
}

export function testConfig(url: string, overrides: Record<string, string> = {}): Config {
  return loadConfig({ DATABASE_URL: url, KAIKU_SECRET: 'test-secret-test-secret-test-secret-test', KAIKU_ORGANISATION: 'Lumo', PORT: '0', KAIKU_SMTP_PORT: '0', KAIKU_METRICS_PORT: '0', KAIKU_DATA: process.env.KAIKU_TEST_DATA ?? '/tmp/kaiku-test', ...overrides });
}

/** Opens `metadata` on a fresh database; overrides are environment variables. */
export async function openBench(metadata: ModuleMetadata, overrides: Record<string, string> = {}): Promise<TestBench> {
  const db = await createTestDatabase();
  const clock = new FixedClock();
  const module = await Test.createTestingModule({ ...metadata, imports: [PlatformModule.for(testConfig(db.url, overrides), clock), ...(metadata.imports ?? [])] }).compile();
  module.enableShutdownHooks();
  await module.init();
  return {
    module,
    db,
    clock,
    database: module.get(Database),
    get: module.get.bind(module),
    close: async () => {
      await module.close();
      await db.drop();
    },
  };
}
