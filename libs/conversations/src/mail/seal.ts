import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Keys for files at rest. New files are sealed with `current`; the others stay as long as a
 * file sealed with them exists.
 */
export interface Keyring {
  /** id of the key to seal with: 1–32 letters, digits, dots or dashes */
  current: string;
  /** key id to 32 bytes */
  keys: ReadonlyMap<string, Buffer>;
}

export type UnsealFault = 'not_sealed' | 'unknown_key' | 'tampered';

export class UnsealFailed extends Error {
  override readonly name = 'UnsealFailed';

  constructor(
    readonly reason: UnsealFault,
    readonly keyId: string | null = null,
  ) {
    super(reason);
  }
}

// "KSF" and the version of the layout:
// magic 3 | version 1 | length of key id 1 | key id | iv 12 | tag 16 | ciphertext
const MAGIC = Buffer.from('KSF');
const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM under the current key.
 * @param context what the bytes belong to (the file's id): unsealing under another one fails, so
 *   that one stored file cannot be put in another's place
 */
export function seal(plain: Uint8Array, keyring: Keyring, context: string): Buffer {
  const head = headFor(keyring.current);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(keyring, keyring.current), iv);
  cipher.setAAD(Buffer.concat([head, Buffer.from(context)]));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([head, iv, cipher.getAuthTag(), body]);
}

/** @throws UnsealFailed; the bytes are returned only when whole and untouched */
export function unseal(sealed: Uint8Array, keyring: Keyring, context: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const keyId = sealedWith(bytes);
  const head = headFor(keyId);
  const body = head.length + IV_BYTES + TAG_BYTES;
  if (bytes.length < body) throw new UnsealFailed('tampered', keyId);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(keyring, keyId), bytes.subarray(head.length, head.length + IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.concat([head, Buffer.from(context)]));
  decipher.setAuthTag(bytes.subarray(head.length + IV_BYTES, body));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(body)), decipher.final()]);
  } catch {
    throw new UnsealFailed('tampered', keyId);
  }
}

/** The id of the key a file was sealed with, for counting what a rotation has still to do. */
export function sealedWith(sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (!bytes.subarray(0, 3).equals(MAGIC) || bytes[3] !== VERSION) throw new UnsealFailed('not_sealed');
  const keyId = bytes.subarray(5, 5 + (bytes[4] ?? 0)).toString('latin1');
  if (!KEY_ID.test(keyId)) throw new UnsealFailed('not_sealed');
  return keyId;
}

const KEY_ID = /^[A-Za-z0-9.-]{1,32}$/;

function headFor(keyId: string): Buffer {
  if (!KEY_ID.test(keyId)) throw new RangeError('a key id is 1 to 32 letters, digits, dots or dashes');
  return Buffer.concat([MAGIC, Buffer.from([VERSION, keyId.length]), Buffer.from(keyId, 'latin1')]);
}

function keyOf(keyring: Keyring, keyId: string): Buffer {
  const key = keyring.keys.get(keyId);
  if (!key) throw new UnsealFailed('unknown_key', keyId);
  if (key.length !== 32) throw new RangeError('a sealing key has 32 bytes');
  return key;
}
