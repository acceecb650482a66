import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { loadConfig, log, NestLog } from '@kaiku/platform';
import { Bulk } from './seed/bulk';
import { SeedModule } from './seed/seed.module';
import { tidy } from './seed/tidy';

const WIDTH = 40;

/** A bar on a terminal, a line for each tenth elsewhere. */
function progress(): (done: number) => void {
  let last = -1;
  return (done) => {
    const step = Math.floor(done * (process.stdout.isTTY ? 100 : 10));
    if (step === last) return;
    last = step;
    const bar = '█'.repeat(Math.round(done * WIDTH)).padEnd(WIDTH, '░');
    process.stdout.write(process.stdout.isTTY ? `\r${bar} ${Math.round(done * 100)} %${done === 1 ? '\n' : ''}` : `${step * 10} %\n`);
  };
}

/** `npm run seed -- --tickets N [--seed text]`: years of made-up work, beside what is there. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { tickets: { type: 'string' }, seed: { type: 'string' } } });
  const tickets = Number(values.tickets ?? '10000');
  if (!Number.isInteger(tickets) || tickets < 1 || tickets > 5_000_000) throw new Error('--tickets: a whole number from 1 to 5000000, for example npm run seed -- --tickets 100000');
  const began = performance.now();
  const config = loadConfig();
  log.level = 'warn';
  const app = await NestFactory.createApplicationContext(SeedModule.for(config), { logger: new NestLog(), abortOnError: false });
  try {
    const made = await app.get(Bulk).run({ tickets, seed: values.seed }, progress());
    await tidy(config);
    process.stdout.write(`${made.customers} customers and ${made.tickets} tickets in ${made.teams} teams, ${((performance.now() - began) / 1000).toFixed(1)} s.\n`);
  } finally {
    await app.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
