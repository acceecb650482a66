import fc from 'fast-check';
import { decodeCharset } from './decode-charset';

const latin15 = (text: string): Buffer => Buffer.from([...text].map((char) => ({ '€': 0xa4, 'Š': 0xa6, 'š': 0xa8, 'Ž': 0xb4, 'ž': 0xb8 })[char] ?? char.charCodeAt(0)));
const windows = (text: string): Buffer => Buffer.from([...text].map((char) => ({ '€': 0x80, '–': 0x96, '“': 0x93, '”': 0x94 })[char] ?? char.charCodeAt(0)));

describe('by declaration', () => {
  test.each([
    ['utf-8', Buffer.from('Hyvää €'), 'utf-8', 'Hyvää €'],
    ['ISO-8859-15', latin15('24,90 € Šarlotta žž'), 'ISO-8859-15', '24,90 € Šarlotta žž'],
    ['ISO-8859-1, which everybody writes for windows-1252', windows('5 € – “hyvä”'), 'iso-8859-1', '5 € – “hyvä”'],
    ['windows-1252', windows('Åäö €'), 'windows-1252', 'Åäö €'],
    ['in quotes and capitals', Buffer.from('ä'), '"UTF-8"', 'ä'],
    ['windows-1251', Buffer.from([0xcf, 0xf0, 0xe8]), 'windows-1251', 'При'],
    ['koi8-r', Buffer.from([0xf0, 0xd2, 0xc9]), 'koi8-r', 'При'],
    ['ISO-2022-JP', Buffer.from('\u001B$B$3\u001B(B', 'latin1'), 'iso-2022-jp', 'こ'],
    ['an old DOS table', Buffer.from([0x84, 0x94]), 'cp850', 'äö'],
    ['UTF-16 by its mark', Buffer.from([0xff, 0xfe, 0x41, 0x00]), 'us-ascii', 'A'],
  ])('%s', (_name, bytes, declared, text) => {
    expect(decodeCharset(bytes, declared)).toMatchObject({ text, replaced: false });
  });
});

describe('by the look of the bytes', () => {
  test.each([
    ['nothing declared, UTF-8', Buffer.from('päivää'), null, 'päivää', 'utf-8', false],
    ['nothing declared, windows-1252', windows('päivää – “hei”'), null, 'päivää – “hei”', 'windows-1252', true],
    ['nothing declared, euros of ISO-8859-15', latin15('hinta 5 €, pöytä'), null, 'hinta 5 €, pöytä', 'iso-8859-15', true],
    ['utf-8 declared, windows-1252 inside', windows('Åbo möte'), 'utf-8', 'Åbo möte', 'windows-1252', true],
    ['ascii declared, UTF-8 inside', Buffer.from('mökki'), 'us-ascii', 'mökki', 'utf-8', false],
    ['a name nobody knows', windows('sää'), 'x-klingon', 'sää', 'windows-1252', true],
    ['a transfer encoding as charset', Buffer.from('PGI+'), 'base64', 'PGI+', 'utf-8', true],
    ['UTF-7, which is never decoded', Buffer.from('+ADw-script+AD4-'), 'utf-7', '+ADw-script+AD4-', 'utf-8', true],
  ])('%s', (_name, bytes, declared, text, charset, guessed) => {
    expect(decodeCharset(bytes, declared)).toEqual({ text, charset, guessed, replaced: false });
  });

  test('a cut UTF-8 text stays UTF-8, with its last character replaced', () => {
    const whole = Buffer.from('hyvää päivää, näin on öinen hetki ä');
    expect(decodeCharset(whole.subarray(0, -1), 'utf-8')).toMatchObject({ charset: 'utf-8', replaced: true, text: 'hyvää päivää, näin on öinen hetki \uFFFD' });
  });
});

test('no bytes and no name make it throw or lose the text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.oneof(fc.constantFrom(null, 'utf-8', 'iso-8859-15', 'gb18030', 'shift_jis', 'utf-16', 'utf-32', 'euc-jp', 'hz-gb-2312', 'cp437', '__proto__', 'constructor'), fc.string()), (bytes, name) => {
      const { text } = decodeCharset(bytes, name);
      expect(text.isWellFormed() || text.length > 0).toBe(true);
    }),
  );
});
