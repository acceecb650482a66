import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printApiSchema } from './schema';

/** Writes the printed schema to the file named, or to apps/api/schema.graphql of the working folder. */
async function main(): Promise<void> {
  writeFileSync(process.argv[2] ?? join(process.cwd(), 'apps/api/schema.graphql'), await printApiSchema());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
