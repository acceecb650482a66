import { InvalidInput } from './problem';
import { LIMITS } from './limits';

/** One page of a keyset connection. */
export interface Page<T> {
  readonly nodes: readonly T[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

export interface PageRequest {
  readonly first: number;
  /** Decoded key of the last row already seen; null for the first page. */
  readonly after: readonly (string | number | null)[] | null;
}

/** Refuses sizes outside 1…100 and cursors that are not ours, naming the field. */
export function pageRequest(first: number, after: string | null | undefined, max: number = LIMITS.page.max): PageRequest {
  if (!Number.isInteger(first) || first < 1 || first > max) throw new InvalidInput([{ path: 'first', code: 'out_of_range', params: { minimum: 1, maximum: max } }]);
  return { first, after: after ? decodeCursor(after) : null };
}

export const encodeCursor = (key: readonly (string | number | null)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

export function decodeCursor(cursor: string): readonly (string | number | null)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length <= 8 && key.every((k) => k === null || typeof k === 'string' || typeof k === 'number')) return key;
  } catch {
    // falls through to the typed refusal
  }
  throw new InvalidInput([{ path: 'after', code: 'bad_cursor' }]);
}

/** Makes a page from `first + 1` rows: the extra one only says that there is more. */
export function pageOf<T>(rows: readonly T[], first: number, keyOf: (row: T) => readonly (string | number | null)[]): Page<T> {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return { nodes, endCursor: last ? encodeCursor(keyOf(last)) : null, hasNextPage: rows.length > first };
}
