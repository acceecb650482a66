import { checkAddress, mailbox, readableName, sameAddress, sendableName, validAddress } from './addresses';

describe('SEC-S53: one address and nothing else', () => {
  test.each([
    ['aino@posti.example', 'aino@posti.example'],
    ['  aino@posti.example ', 'aino@posti.example'],
    ['Aino.Makela+kauppa@Posti.Example', 'Aino.Makela+kauppa@posti.example'],
    ["o'brien@posti.example", "o'brien@posti.example"],
    ['a@käyttäjä.example', 'a@xn--kyttj-gradb.example'],
    ['a@xn--mnchen-3ya.example', 'a@xn--mnchen-3ya.example'],
    ['a@b-c.d9.example', 'a@b-c.d9.example'],
  ])('%s', (input, address) => {
    expect(checkAddress(input)).toEqual({ ok: true, address });
    expect(validAddress(address)).toBe(address);
  });

  test.each([
    '', ' ', 'aino', '@posti.example', 'aino@', 'a@b', 'a@@b.example', 'a@b.example@c.example',
    'a@b.example\r\nBcc: v@e.example', 'a@b.example\nBcc: v@e.example', 'a@b.example\rx', 'a\u0000@b.example', 'a@b.example\u2028', 'a@b.example\u0085x',
    'a@b.example,c@d.example', 'a@b.example;c@d.example', '"x" <a@b.example>', '"x" <a@b.example>, c@d.example', 'a@b.example>c@d.example', '<a@b.example>',
    '@a.example,@b.example:c@d.example', 'a@[127.0.0.1]', 'a@127.0.0.1', 'a@[IPv6:::1]', 'a@0x7f.1', 'a@2130706433', 'a@①②⑦.⓪.⓪.①',
    'a@b.example;DROP', 'a b@c.example', '"a b"@c.example', 'a@b c.example', 'a..b@c.example', '.a@b.example', 'a.@b.example', 'a@.b.example', 'a@b..example', 'a@-b.example', 'a@b-.example',
    'ä@b.example', 'a@b.example\n', 'a@b.example/c', 'a@b.example?c', 'a@b.example#c', 'a@b.example%2ec', 'a@b.example%0d%0aBcc:c@d.example', 'a@b.example/c', 'a(x)@b.example', 'a\\@b.example', 'a@b_c.example',
    `${'a'.repeat(65)}@b.example`, `${'a'.repeat(2_000)}@b.example`, `a@${'b'.repeat(64)}.example`, `a@${'b.'.repeat(130)}example`, 'a'.repeat(100_000), `a@${'b.'.repeat(50_000)}example`,
  ])('%s is refused', (input) => {
    expect(checkAddress(input).ok).toBe(false);
    expect(mailbox('x', input)).toBeNull();
  });

  test('a look-alike domain shows its punycode', () => {
    expect(validAddress('a@p\u0430ypal.example')).toBe('a@xn--pypal-4ve.example');
  });
});

test('names we send carry no line break, nothing invisible and no address', () => {
  expect(sendableName('Murre\r\nBcc: v@e.example')).toBe('Murre Bcc: v at e.example');
  expect(sendableName('paypa\u200Bl\u202E')).toBe('paypal');
  expect(sendableName('n'.repeat(5_000))).toHaveLength(200);
});

test('SEC-S26: names we read show what was hidden', () => {
  expect(readableName('paypa\u200Bl')).toBe('paypa[U+200B]l');
  expect(readableName('"Aino Mäkelä"')).toBe('Aino Mäkelä');
  expect(readableName('A\r\nB')).toBe('A B');
});

test('case does not make another mailbox', () => {
  expect(sameAddress('Aino@Posti.example', 'aino@posti.EXAMPLE')).toBe(true);
});
