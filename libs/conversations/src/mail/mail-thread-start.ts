import { extname, join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts `mail-thread`. In a built tree it lies beside this file as JavaScript. From source (the
 * tests) a thread cannot load TypeScript with our import style, so it first installs the same
 * compiler and settings (`.swcrc`) that the tests use, then loads the source: the very code under
 * test runs, never an older build.
 */
export function startMailThread(options: WorkerOptions): Worker {
  const kind = extname(__filename);
  const entry = join(__dirname, `mail-thread${kind}`);
  if (kind === '.js') return new Worker(entry, options);
  return new Worker(LOAD_FROM_SOURCE, { ...options, eval: true, workerData: { entry, root: join(__dirname, '../../../..') } });
}

const LOAD_FROM_SOURCE = `
const { createRequire, Module } = require('node:module');
const { readFileSync } = require('node:fs');
const { entry, root } = require('node:worker_threads').workerData;
const fromEntry = createRequire(entry);
const { transformSync } = fromEntry('@swc/core');
const { jsc: { paths, baseUrl, ...jsc }, module } = JSON.parse(readFileSync(root + '/.swcrc', 'utf8'));
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) =>
  resolve.call(Module, request.replace(/^@kaiku\\/([^/]+)$/, (_, library) => root + '/libs/' + library + '/src/index.ts'), ...rest);
Module._extensions['.ts'] = (loaded, filename) =>
  loaded._compile(transformSync(readFileSync(filename, 'utf8'), { filename, swcrc: false, jsc, module, sourceMaps: 'inline' }).code, filename);
fromEntry(entry);
`;
