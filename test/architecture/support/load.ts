import { join } from 'node:path';
import { filesUnder, isTestCode, ROOT } from './sources';

/** Loads every file of the libraries whose name ends so, for what it registers or declares when loaded. */
export function loadAll(...endings: readonly string[]): Record<string, unknown>[] {
  return filesUnder('libs', (path) => !isTestCode(path) && endings.some((ending) => path.endsWith(ending))).map((path) => require(join(ROOT, path)) as Record<string, unknown>);
}
