import { ConfigError, loadConfig } from './config';
import { redisAddress } from './redis-address';

it.each([
  ['redis://cache.example', { kind: 'single', tls: false, hosts: [{ host: 'cache.example', port: 6379 }], db: 0 }],
  ['rediss://desk:p%40ss@cache.example:6380/3', { kind: 'single', tls: true, username: 'desk', password: 'p@ss', hosts: [{ host: 'cache.example', port: 6380 }], db: 3 }],
  ['redis://:secret@[::1]:6379/', { kind: 'single', tls: false, password: 'secret', hosts: [{ host: '::1', port: 6379 }], db: 0 }],
  ['redis+sentinel://a:1,b:2/name', { kind: 'sentinel', tls: false, hosts: [{ host: 'a', port: 1 }, { host: 'b', port: 2 }], master: 'name', db: 0 }],
  ['redis-sentinel://:hem@a.example,b.example/main/2', { kind: 'sentinel', tls: false, password: 'hem', hosts: [{ host: 'a.example', port: 26_379 }, { host: 'b.example', port: 26_379 }], master: 'main', db: 2 }],
  ['rediss+cluster://u:p@a.example:7000,b.example:7001,[fe80::1]:7002', { kind: 'cluster', tls: true, username: 'u', password: 'p', hosts: [{ host: 'a.example', port: 7000 }, { host: 'b.example', port: 7001 }, { host: 'fe80::1', port: 7002 }], db: 0 }],
])('%s', (text, address) => {
  expect(redisAddress(text)).toEqual(address);
  expect(loadConfig({ DATABASE_URL: 'postgres://h/d', KAIKU_SECRET: 's'.repeat(32), REDIS_URL: text }).queues).toEqual({ store: 'redis', url: text, address });
});

it.each([
  '', 'redis://', 'http://cache.example', 'cache.example:6379', 'redis://a,b', 'redis://a:0', 'redis://a:99999', 'redis://a/x', 'redis://a/0/1', 'redis+sentinel://a,b', 'redis+sentinel://a,b/', 'redis+sentinel://a,,b/name',
  'redis+cluster://a,b/1', 'redis://%zz:x@a', 'redis://a b',
])('%j is refused by name, without its words', (text) => {
  expect(redisAddress(text)).toBeNull();
  if (text !== '') expect(() => loadConfig({ DATABASE_URL: 'postgres://h/d', KAIKU_SECRET: 's'.repeat(32), REDIS_URL: text })).toThrow(ConfigError);
});
