import { randomBytes } from 'node:crypto';
import { seal, sealedWith, unseal, type Keyring } from './seal';

const ring = (current: string, ...ids: string[]): Keyring => ({ current, keys: new Map(ids.map((id) => [id, keys.get(id) ?? Buffer.alloc(32)])) });
const keys = new Map(['2026-a', '2026-b', '2027-a'].map((id) => [id, randomBytes(32)]));
const both = ring('2026-b', '2026-a', '2026-b');
const plain = Buffer.from('kuitti');

test('what is sealed comes back, and looks like nothing meanwhile', () => {
  for (const size of [0, 1, 1_000_000]) {
    const bytes = randomBytes(size);
    expect(unseal(seal(bytes, both, 'file-1'), both, 'file-1').equals(bytes)).toBe(true);
  }
  expect(seal(plain, both, 'file-1').includes('kuitti')).toBe(false);
  expect(seal(plain, both, 'file-1').equals(seal(plain, both, 'file-1'))).toBe(false);
});

test('SEC-S86: an old file is readable after the key has changed', () => {
  const old = seal(plain, ring('2026-a', '2026-a'), 'file-1');
  expect(sealedWith(old)).toBe('2026-a');
  expect(unseal(old, both, 'file-1').toString()).toBe('kuitti');
  expect(sealedWith(seal(plain, both, 'file-1'))).toBe('2026-b');
  expect(() => unseal(old, ring('2027-a', '2027-a'), 'file-1')).toThrow(expect.objectContaining({ reason: 'unknown_key', keyId: '2026-a' }) as Error);
});

test('not one byte may change', () => {
  const sealed = seal(plain, both, 'file-1');
  for (let i = 0; i < sealed.length; i++) {
    const changed = Buffer.from(sealed);
    changed[i] = (changed[i] ?? 0) ^ 1;
    expect(() => unseal(changed, both, 'file-1')).toThrow(expect.objectContaining({ name: 'UnsealFailed' }) as Error);
  }
  for (let length = 0; length < sealed.length; length++) {
    expect(() => unseal(sealed.subarray(0, length), both, 'file-1')).toThrow(expect.objectContaining({ name: 'UnsealFailed' }) as Error);
  }
});

test('a file put in the place of another does not open', () => {
  expect(() => unseal(seal(plain, both, 'file-1'), both, 'file-2')).toThrow(expect.objectContaining({ reason: 'tampered' }) as Error);
});

test('weak keys and odd names are refused', () => {
  expect(() => seal(plain, { current: 'k', keys: new Map([['k', Buffer.alloc(16)]]) }, 'f')).toThrow(RangeError);
  expect(() => seal(plain, { current: 'k ä', keys: new Map() }, 'f')).toThrow(RangeError);
});
