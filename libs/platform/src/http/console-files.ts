import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const YEAR = 'public, max-age=31536000, immutable';

/**
 * Serves the built console. Addresses in `pages` are the console's own and get its one page; everything else that is no
 * file is not found, so that a mistyped or invented address never looks like a page.
 */
export async function addConsoleFiles(app: NestFastifyApplication, folder: string, pages: readonly string[]): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`KAIKU_CONSOLE_DIR: there is no index.html in ${folder}`);
  const http = app.getHttpAdapter().getInstance();
  await http.register(fastifyStatic, {
    root: folder,
    prefix: '/',
    // Only the files that are there, and no source maps.
    wildcard: false,
    globIgnore: ['**/*.map', 'index.html'],
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('cache-control', lifeOf(path)),
  });
  for (const page of pages) http.get(page, (_request, reply) => reply.sendFile('index.html'));
}

/** Hashed names never change their content; the page that names them is asked for each time. */
function lifeOf(path: string): string {
  if (/[\\/]assets[\\/]/.test(path)) return YEAR;
  return path.endsWith('.html') ? 'no-cache' : 'public, max-age=3600';
}
