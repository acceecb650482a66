// Where things lie. KAIKU_DATA may move the data folder; the Node kept for old systems stays with the project.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const dist = join(root, 'dist');
export const kept = join(root, '.kaiku');

/** The data folder: KAIKU_DATA, relative to where the command was given, else `.kaiku` of the project. */
export const dataFolder = () =>
  process.env.KAIKU_DATA ? resolve(process.env.INIT_CWD ?? process.cwd(), process.env.KAIKU_DATA) : kept;

export const rel = (path) => (path.startsWith(root + '/') ? path.slice(root.length + 1) : path);
