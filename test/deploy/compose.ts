import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const ROOT = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

export interface Service {
  readonly image: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly networks: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
}

export interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** `${NAME}`, `${NAME:-default}`, `${NAME:?message}`; `$$` is a dollar sign. */
const VARIABLE = /\$\$|\$\{(\w+)(?::([-?])([^}]*))?\}/g;

/** docker-compose.yml as it stands, anchors resolved. */
export const composeText = (): string => read('docker-compose.yml');
export const parseCompose = (text: string): unknown => parse(text, { merge: true });

/** Names of the variables that the file asks for. */
export const askedFor = (text: string): string[] => [...new Set([...text.matchAll(VARIABLE)].flatMap((m) => (m[1] ? [m[1]] : [])))].sort();

/** The file with a person's settings put in, as Compose does it; a missing one that must be set throws. */
export function compose(settings: Readonly<Record<string, string>>): Compose {
  const put = (text: string): string =>
    text.replace(VARIABLE, (whole, name: string | undefined, kind: string | undefined, rest: string | undefined) => {
      if (!name) return '$';
      const given = settings[name];
      if (given) return given;
      if (kind === '?') throw new Error(`${name} must be set: ${rest}`);
      return kind === '-' ? (rest ?? '') : '';
    });
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return put(value);
    if (Array.isArray(value)) return value.map(walk);
    return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, walk(v)])) : value;
  };
  return walk(parseCompose(composeText())) as Compose;
}

/** Names in .env.example; those commented out may be left out. */
export function exampleNames(): { must: string[]; may: string[] } {
  const lines = read('.env.example').split('\n');
  const names = (pattern: RegExp): string[] => lines.flatMap((line) => pattern.exec(line)?.[1] ?? []).sort();
  return { must: names(/^([A-Z_]+)=/), may: names(/^#([A-Z_]+)=/) };
}

/** .env.example filled in by somebody who did as it says. */
export function filledExample(): Record<string, string> {
  const lines = read('.env.example').split('\n').flatMap((line) => /^([A-Z_]+)=(.*)$/.exec(line)?.slice(1, 3) as [string, string] | undefined ?? []);
  const pairs = Array.from({ length: lines.length / 2 }, (_, i) => [lines[2 * i]!, lines[2 * i + 1]!] as const);
  return Object.fromEntries(pairs.map(([name, value]) => [name, value || `${name.toLowerCase().replaceAll('_', '')}0123456789abcdef0123456789abcdef`]));
}

/** Services made of our own image, by name. */
export const ours = (file: Compose): [string, Service][] => Object.entries(file.services).filter(([, s]) => s.build !== undefined);
