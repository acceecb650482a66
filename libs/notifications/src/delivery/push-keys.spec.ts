import { createECDH } from 'node:crypto';
import { testConfig } from '@kaiku/testing';
import { PushKeys } from './push-keys';

const keysOf = (secret: string, more: Record<string, string> = {}) => new PushKeys(testConfig('postgres://nobody@127.0.0.1/none', { KAIKU_SECRET: secret, ...more }));

test('the same secret makes the same pair, another one another', () => {
  const [one, same, other] = [keysOf('a'.repeat(40)), keysOf('a'.repeat(40)), keysOf('b'.repeat(40))];
  expect(one).toEqual(same);
  expect(one.publicKey).not.toBe(other.publicKey);
  expect(Buffer.from(one.publicKey, 'base64url')).toHaveLength(65);
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(Buffer.from(one.privateKey, 'base64url'));
  expect(curve.getPublicKey().toString('base64url')).toBe(one.publicKey);
});

test('a push service can turn to somebody', () => {
  expect(keysOf('a'.repeat(40)).subject).toBe('mailto:postmaster@desk.example');
  expect(keysOf('a'.repeat(40), { PUBLIC_URL: 'https://desk.example' }).subject).toBe('https://desk.example');
});
