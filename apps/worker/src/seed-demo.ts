import 'reflect-metadata';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { ConversationsModule } from '@kaiku/conversations';
import { CustomersModule } from '@kaiku/customers';
import { loadConfig, log, NestLog, PlatformModule } from '@kaiku/platform';
import { PrivacyModule } from '@kaiku/privacy';
import { StaffModule } from '@kaiku/staff';
import { TicketsModule } from '@kaiku/tickets';
import { DemoRepository } from './demo/demo.repository';
import { DemoShop } from './demo/demo-shop';
import { STAFF } from './demo/people';

/** Fills an empty database with the demo shop; does nothing to one that holds anything. */
async function main(): Promise<void> {
  const config = loadConfig();
  log.level = 'warn';
  const app = await NestFactory.createApplicationContext({ module: class DemoSeed {}, imports: [PlatformModule.for(config), PrivacyModule, StaffModule, CustomersModule, TicketsModule, ConversationsModule], providers: [DemoShop, DemoRepository] }, { logger: new NestLog(), abortOnError: false });
  try {
    await app.get(DemoShop).open();
    const file = join(config.dataFolder, 'demo-accounts.json');
    mkdirSync(config.dataFolder, { recursive: true });
    if (!existsSync(file)) writeFileSync(file, JSON.stringify(STAFF.map(({ email, password, role }) => ({ email, password, role })), null, 2), { mode: 0o600 });
  } finally {
    await app.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`The demo shop could not be opened: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
