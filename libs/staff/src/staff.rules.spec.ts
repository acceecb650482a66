import { isCommonPassword } from './common-passwords';
import { isLoopback, networkOf } from './network';
import { delayAfter, initialsOf } from './staff.rules';

it.each([['Liisa Mattila', 'LM'], ['Anna-Maija Öberg', 'AÖ'], ['aino', 'A'], ['  ', ''], ['Matti Juhani Virtanen', 'MV'], ['🐈 Kissa', '🐈K']])('initials of %s: %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it.each([[0, 0], [4, 0], [5, 1], [6, 2], [14, 512], [15, 900], [1000, 900]])('after %i wrong passwords the wait is %i s', (wrong, seconds) => {
  expect(delayAfter(wrong, 5, 900)).toBe(seconds);
});

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s counts as %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});

it.each([['localhost', true], ['127.0.0.1', true], ['127.9.9.9', true], ['[::1]', true], ['::1', true], ['desk.example', false], ['localhost.example', false], ['192.168.0.1', false]])('%s is this machine: %s', (host, here) => {
  expect(isLoopback(host)).toBe(here);
});

it.each(['Salasana2026!', 'perkele666', '123456789012', 'aaaaaaaa', 'PASSWORD', '!!salasana!!', 'ÄÄÄÄÄÄÄÄ'])('%s is easy to guess', (password) => expect(isCommonPassword(password)).toBe(true));
it.each(['seven blue bicycles', 'kolme sinistä pyörää', 'xK9#mm2!q', 'correct horse battery'])('%s is not', (password) => expect(isCommonPassword(password)).toBe(false));
