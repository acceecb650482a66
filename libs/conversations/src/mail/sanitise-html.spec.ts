import fc from 'fast-check';
import { MAIL_LIMITS } from './mail-limits';
import { sanitiseHtml, SANITISER_VERSION } from './sanitise-html';
import { dangersIn } from './testing/dom-oracle';
import { HOSTILE_HTML } from './testing/hostile-html';

const files = new Map([['logo@mail', 'f-1']]);
const clean = (html: string): string => sanitiseHtml(html, { files }).html;

describe('SEC-S15 to SEC-S20, SEC-S25: hostile markup', () => {
  test.each(HOSTILE_HTML)('%s leaves nothing that runs, loads or posts', (_name, html) => {
    const safe = clean(html);
    expect(dangersIn(safe)).toEqual([]);
    expect(clean(safe)).toBe(safe);
  });

  test('the corpus is as large as promised', () => {
    expect(HOSTILE_HTML.length).toBeGreaterThanOrEqual(60);
  });

  test.each(['<table><tr><td>', '<svg>', '<math><mtext>', '<p title="', '<a href="https://x.example', '<!-- ', '<style>', '<select><option>', '<blockquote>'])('and none does when %s stands before it', (opening) => {
    const found = HOSTILE_HTML.flatMap(([name, html]) => {
      const safe = clean(opening + html);
      return [...dangersIn(safe), ...(clean(safe) === safe ? [] : ['changes when repeated'])].map((danger) => `${name}: ${danger}`);
    });
    expect(found).toEqual([]);
  });

  test('the oracle itself sees what is dangerous', () => {
    expect(dangersIn('<p onclick="x()">x</p>')).toEqual(['attribute onclick on p']);
    expect(dangersIn('<a href="java\nscript:x">x</a>')).toHaveLength(1);
    expect(dangersIn('<script>x</script>')).toContain('element script');
    expect(dangersIn('<p style="position:fixed">x</p>')).toHaveLength(1);
    expect(dangersIn('<img src="https://x.example/a.png">')).toHaveLength(1);
  });
});

describe('REL rule 7: safe to repeat', () => {
  const piece = fc.oneof(
    fc.constantFrom(...HOSTILE_HTML.map(([, html]) => html)),
    fc.constantFrom('<p>', '</p>', '<div style="color:red">', '</div>', '<a href="https://x.example/?a=1&b=2">', '</a>', '<img src="cid:logo@mail">', '<table><td>', '</table>', '<li>', '<b><i>', '</b>', '"', "'", '>', '<', '&', '&amp;', '&#x3c;', '<!--', '-->', '\u0000', '\uD83D', '\u2028'),
    fc.string({ maxLength: 12 }),
    fc.webUrl().map((url) => `<a href="${url}">${url}</a>`),
  );

  test.each([
    ['<p><body onload=alert(1)>x', '<p></p><div>x</div><p></p>'],
    ['<p><x-y><p>x', '<p></p><p>x</p><p></p>'],
    ['<a href="https://x.example"><x-y><a href="https://y.example">z', null],
  ])('%s is nested as it will be read', (html, expected) => {
    if (expected) expect(clean(html)).toBe(expected);
    expect(clean(clean(html))).toBe(clean(html));
  });

  test('sanitising twice gives what sanitising once gave, and it is harmless', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = sanitiseHtml(pieces.join(''), { files });
        const twice = sanitiseHtml(once.html, { files });
        expect(twice.html).toBe(once.html);
        expect(twice.remoteImages).toBe(once.remoteImages);
        expect(twice.simple).toBe(once.simple);
        expect(dangersIn(once.html)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what an honest mail keeps', () => {
  test('pictures of the mail point to the files of the desk', () => {
    expect(clean('<img src="cid:logo@mail" width="120" height="40" alt="Murre">')).toBe('<img width="120" height="40" alt="Murre" src="/files/f-1" />');
    expect(clean('<img src="cid:logo%40mail">')).toBe('<img src="/files/f-1" />');
    expect(clean('<p>a<img src="cid:unknown">b</p>')).toBe('<p>ab</p>');
  });

  test('remote pictures wait, counted; dots that only count readers go', () => {
    const result = sanitiseHtml('<img src="https://x.example/a.png" alt="A"><img src="http://x.example/t.gif" width=1 height=1>');
    expect(result.html).toBe('<img alt="A" data-src="https://x.example/a.png" />');
    expect(result.remoteImages).toBe(1);
  });

  test('links open outside and tell nothing', () => {
    expect(clean('<a href="https://murre.example/a?b=1&amp;c=2">x</a>')).toBe('<a href="https://murre.example/a?b=1&amp;c=2" rel="noopener noreferrer nofollow" target="_blank">x</a>');
    expect(clean('<a href="mailto:aino@posti.example">x</a>')).toContain('href="mailto:aino@posti.example"');
    expect(clean('<a href="tel:+358405550101">x</a>')).toContain('href="tel:+358405550101"');
    expect(clean('<a href="https://p\u0430ypal.example">x</a>')).toContain('href="https://xn--pypal-4ve.example/"');
  });

  test.each([
    ['paragraphs, lists, links and quotes', '<div dir="ltr"><p>a <b>b</b></p><ul><li>c</li></ul><blockquote>d</blockquote></div>', true],
    ['a client\'s own default colour', '<p style="color:windowtext;font-family:Calibri">a</p>', true],
    ['colour', '<p style="color:#c00">a</p>', false],
    ['a table', '<table><tr><td>a</td></tr></table>', false],
    ['a picture', '<p><img src="cid:logo@mail"></p>', false],
    ['a heading', '<h1>a</h1>', false],
  ])('simple or not: %s', (_name, html, simple) => {
    expect(sanitiseHtml(html, { files }).simple).toBe(simple);
  });

  test('quoted history is marked for folding, in the ways of four clients', () => {
    expect(clean('<div class="gmail_quote">x</div>')).toBe('<div data-quoted="block">x</div>');
    expect(clean('<blockquote type="cite">x</blockquote>')).toBe('<blockquote data-quoted="block">x</blockquote>');
    expect(clean('<div id="divRplyFwdMsg">x</div>')).toBe('<div data-quoted="rest">x</div>');
    expect(clean("<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>x</div>")).toBe('<div data-quoted="rest">x</div>');
    expect(clean('<div class="moz-cite-prefix">x</div>')).toBe('<div data-quoted="rest">x</div>');
  });

  test('old tags become what they meant', () => {
    expect(clean('<font color="#cc0000" face="Arial">a</font><center>b</center><strike>c</strike>')).toBe('<span style="color:#cc0000">a</span><div style="text-align:center">b</div><s>c</s>');
  });

  test('the version goes with the copy', () => {
    expect(sanitiseHtml('').version).toBe(SANITISER_VERSION);
    expect(sanitiseHtml('')).toMatchObject({ html: '', simple: true, remoteImages: 0, cut: false, tooDeep: false });
  });
});

describe('limits', () => {
  test('F26: twelve thousand nested divs are shown as their words', () => {
    const result = sanitiseHtml(`${'<div>'.repeat(12_000)}Hei &amp; kiitos${'</div>'.repeat(12_000)}`);
    expect(result).toMatchObject({ tooDeep: true, html: '<p>Hei &amp; kiitos</p>' });
  });

  test.each([
    ['words', '<p>sana sana</p>'],
    ['what grows when escaped', '&'],
    ['pictures', '<img src="https://x.example/a.png">'],
    ['one endless tag', '<p a=1 '],
  ])('more than 512 K of %s is cut, and the cut copy is stable', (_name, unit) => {
    const result = sanitiseHtml(unit.repeat(Math.ceil((MAIL_LIMITS.htmlChars * 1.5) / unit.length)));
    expect(result.cut).toBe(true);
    expect(result.html.length).toBeLessThanOrEqual(MAIL_LIMITS.htmlChars);
    expect(sanitiseHtml(result.html).html).toBe(result.html);
  });
});
