import fc from 'fast-check';
import { contentDisposition, endingOf, safeName } from './safe-name';

describe('SEC-S67', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\x.txt', 'x.txt'],
    ['C:\\tmp\\x.txt', 'x.txt'],
    ['/abs/olute.png', 'olute.png'],
    ['\u200b.htaccess', 'htaccess'],
    ['.htaccess', 'htaccess'],
    ['x\u0000.png', 'x .png'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['com1.tar.gz', '_com1.tar.gz'],
    ['concert.pdf', 'concert.pdf'],
    ['lasku\u202Egnp.exe', 'laskugnp.exe'],
    ['a"\r\nContent-Type: text/html', 'html'],
    ['a"\r\nX: b.png', 'a_ X_ b.png'],
    ['kuitti 😊.pdf', 'kuitti 😊.pdf'],
    ['käyttöohje.pdf', 'käyttöohje.pdf'],
    ['ｅｘｅ／..／x．exe', 'x.exe'],
    ['  piste.. ', 'piste'],
    ['..', 'file'],
    ['///', 'file'],
    ['', 'file'],
    ['a<b>c:d|e?f*g', 'a_b_c_d_e_f_g'],
    ['\uD83D.png', '\uFFFD.png'],
  ])('%j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  test('five thousand characters keep their beginning and their true ending', () => {
    const safe = safeName(`${'ä'.repeat(5_000)}.pdf.exe`);
    expect(safe).toMatch(/^ä+.*\.exe$/);
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
  });

  test('whatever comes in, a plain name comes out, and a second pass changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(fc.constantFrom('.', '/', '\\', ' ', ':', '\u200b', '\u202e', '\u0000', '\r', '\n', '"', 'CON', '．', '／'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })) }), (name) => {
        const safe = safeName(name);
        expect(safe).not.toMatch(/[/\\\u0000-\u001F\u007F-\u009F<>:"|?*\u202E\u200B]|^\.|[. ]$|^$/);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
        expect(safeName(safe)).toBe(safe);
      }),
      { numRuns: 500 },
    );
  });

  test('the ending is the real one', () => {
    expect(endingOf('lasku\u202Efdp.exe')).toBe('exe');
    expect(endingOf('x.jpg.HTML')).toBe('html');
    expect(endingOf('ilman')).toBe('');
  });
});

describe('Content-Disposition', () => {
  test('carries an ASCII name and the true one', () => {
    expect(contentDisposition('käyttöohje (1).pdf')).toBe("attachment; filename=\"kayttoohje (1).pdf\"; filename*=UTF-8''k%C3%A4ytt%C3%B6ohje%20%281%29.pdf");
    expect(contentDisposition('😊')).toBe("attachment; filename=\"file\"; filename*=UTF-8''%F0%9F%98%8A");
  });

  test('cannot be broken out of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(contentDisposition(name, 'inline')).toMatch(/^inline; filename="[^"\\\r\n]+"; filename\*=UTF-8''[A-Za-z0-9%!._~-]+$/);
      }),
    );
  });
});
