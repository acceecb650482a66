import { clear, createStore, del, entries, get, set } from 'idb-keyval';

/**
 * What is typed on this device, unreadable to anybody else: AES-GCM under a key that cannot be exported and that belongs to one account.
 * Signing out destroys the key; another account signing in destroys it too. A session that merely ended keeps it,
 * so that the same person finds the text again after signing in.
 */
interface Sealed { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer; at: number }
interface Owner { account: string; key: CryptoKey }

const keep = 7 * 24 * 3600 * 1000;
const drafts = createStore('kaiku-drafts', 'drafts');
const owners = createStore('kaiku-vault', 'owner');
let owner: Promise<Owner | null> = Promise.resolve(null);

export function openVault(account: string): Promise<void> {
  owner = claim(account).catch(() => null);
  return owner.then(() => undefined);
}

async function claim(account: string): Promise<Owner> {
  const known = await get<Owner>('owner', owners);
  if (known?.account === account) {
    await forgetOld();
    return known;
  }
  await clear(drafts);
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const mine = { account, key };
  await set('owner', mine, owners);
  return mine;
}

async function forgetOld(): Promise<void> {
  for (const [name, sealed] of await entries<string, Sealed>(drafts)) {
    if (Date.now() - sealed.at > keep) await del(name, drafts);
  }
}

export async function destroyVault(): Promise<void> {
  owner = Promise.resolve(null);
  await Promise.all([clear(drafts), del('owner', owners)]).catch(() => undefined);
}

/** Throws when the device has no room or no store: the caller then says that nothing is kept here. */
export async function putSealed(name: string, value: unknown): Promise<void> {
  const mine = await owner;
  if (!mine) throw new Error('No vault is open');
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, mine.key, new TextEncoder().encode(JSON.stringify(value)));
  await set(name, { iv, data, at: Date.now() } satisfies Sealed, drafts);
}

export async function getSealed<T>(name: string): Promise<T | null> {
  try {
    const [mine, sealed] = await Promise.all([owner, get<Sealed>(name, drafts)]);
    if (!mine || !sealed) return null;
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, mine.key, sealed.data);
    return JSON.parse(new TextDecoder().decode(plain)) as T;
  } catch {
    return null;
  }
}

export async function dropSealed(name: string): Promise<void> {
  await del(name, drafts).catch(() => undefined);
}
