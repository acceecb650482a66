import { randomBytes, randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4096);
let used = pool.length;
let lastMs = 0;
let counter = 0;

/**
 * A UUIDv7: time-ordered, so that new rows land together in an index. Within one process ids grow strictly,
 * also inside one millisecond, because entries of a ticket are ordered by id.
 */
export function newId(): string {
  const real = Date.now();
  if (real > lastMs) {
    lastMs = real;
    counter = 0;
  } else if (++counter > 0xfff) {
    lastMs += 1;
    counter = 0;
  }
  if (used + 8 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, (used += 8));
  const time = lastMs.toString(16).padStart(12, '0');
  const variant = ((random[0]! & 0x3f) | 0x80).toString(16);
  const tail = random.toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${tail.slice(2, 4)}-${tail.slice(4)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text can be one of our ids; a malformed id is answered like an unknown one. */
export const isId = (text: unknown): text is string => typeof text === 'string' && UUID.test(text);

/** A public token: 256 random bits, URL-safe. Only its SHA-256 is ever stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');
