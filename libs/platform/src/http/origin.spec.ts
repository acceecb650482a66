import { isOwnOrigin, originRefusal } from './origin';

it.each([
  ['https://desk.example', 'desk.example', true],
  ['http://desk.example', 'desk.example', false],
  ['https://desk.example.evil.example', 'desk.example', false],
  ['https://evil.example', 'evil.example', false],
  ['http://127.0.0.1:3000', '127.0.0.1:3000', true],
  ['http://localhost:3000', 'localhost:3000', true],
  ['http://[::1]:3000', '[::1]:3000', true],
  ['http://127.0.0.1:3001', '127.0.0.1:3000', false],
  // A name that somebody points at this machine.
  ['http://rebound.example:3000', 'rebound.example:3000', false],
  ['null', '127.0.0.1:3000', false],
  ['', '127.0.0.1:3000', false],
  ['file://', '', false],
])('%s at %s is our own: %s', (origin, host, own) => {
  expect(isOwnOrigin(origin, host, 'https://desk.example')).toBe(own);
});

it.each<[string, string, Record<string, string>, boolean, boolean]>([
  ['reading from anywhere', 'GET', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, true, true],
  ['a change of our page', 'POST', { origin: 'https://desk.example', 'sec-fetch-site': 'same-origin' }, true, true],
  ['a change of an older browser', 'POST', { origin: 'https://desk.example' }, true, true],
  ['a change without session and origin: a mail program, a probe', 'POST', {}, false, true],
  ['a change with a session and no origin', 'POST', {}, true, false],
  ['a change of another site', 'POST', { 'sec-fetch-site': 'cross-site' }, false, false],
  ['a deletion of another origin', 'DELETE', { origin: 'https://evil.example' }, false, false],
])('%s', (_, method, headers, hasSession, passes) => {
  expect(originRefusal({ method, headers, host: 'desk.example' }, 'https://desk.example', hasSession) === null).toBe(passes);
});
