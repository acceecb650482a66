import { contactPoint, normaliseEmail, normalisePhone, phoneDigits } from './contact-point.rules';
import { ContactPointInvalid } from './customers.problems';

describe('normalisePhone', () => {
  test.each([
    '040 555 0101', '+358 40 5550101', '00358 40 555 0101', '00358405550101', '(040) 555-0101', '0405550101', '+358 (0)40 555 0101',
    '358405550101', '040-555 0101', '040 555‑0101', '040 555 0101', 'tel:+358405550101', '  040 555 0101 ', '٠٤٠٥٥٥٠١٠١',
  ])('%s is one number', (typed) => expect(normalisePhone(typed)).toBe('+358405550101'));

  test('a country code is kept', () => expect(normalisePhone('+46 8 555 010 00')).toBe('+46855501000'));
  test.each(['', '0101', '040 123', '+358 9 12', 'soita illalla', '0'.repeat(40), '040 555 0101 Matti', '040\ud800555 0101', '+'])('%j is not a number', (typed) => expect(normalisePhone(typed)).toBeNull());
});

describe('normaliseEmail', () => {
  test.each([
    ['Matti.Virtanen@Posti.Example', 'matti.virtanen@posti.example'],
    [' a+b@c.example ', 'a+b@c.example'],
    ['matti@härkä.example', 'matti@xn--hrk-qlac.example'],
  ])('%s', (typed, value) => expect(normaliseEmail(typed)).toBe(value));

  test.each([
    '', 'a', 'a@', '@b.example', 'a@b', 'a b@c.example', 'a@b.example\r\nBcc: v@e.example', 'a@b.example,c@d.example', '"x" <a@b.example>', '"x"@b.example', 'a@b.example>c@d.example',
    '@a.example,@b.example:c@d.example', `${'a'.repeat(2000)}@b.example`, `${'a'.repeat(65)}@b.example`, 'a@[127.0.0.1]', 'a@127.0.0.1', 'a@b.example;DROP', 'a..b@c.example', '.a@c.example', 'a@-b.example',
    'a@b%2eexample', 'a@\ud800.example', 'a@b@c.example', 'a@b..example', `a@${'b'.repeat(64)}.example`,
  ])('%j is not one address', (typed) => expect(normaliseEmail(typed)).toBeNull());
});

test('the original is kept', () => expect(contactPoint('phone', ' (040) 555-0101')).toEqual({ kind: 'phone', value: '+358405550101', original: '(040) 555-0101' }));
test('a refusal names the kind', () => expect(() => contactPoint('email', 'x')).toThrow(ContactPointInvalid));
test('digits of a typed part', () => {
  expect(phoneDigits('555-01 01')).toBe('5550101');
  expect(phoneDigits('Matti 5')).toBeNull();
});
