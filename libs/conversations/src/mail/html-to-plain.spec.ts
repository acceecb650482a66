import { htmlToPlain } from './html-to-plain';

test.each([
  ['paragraphs', '<p>Hei,</p><p>kiitos<br>paljon</p>', 'Hei,\n\nkiitos\npaljon'],
  ['lists', '<ul><li>eka</li><li>toka</li></ul>', '* eka\n * toka'],
  ['a link whose words are its address', '<a href="https://murre.example/">https://murre.example/</a>', 'https://murre.example/'],
  ['a link with words', '<a href="https://murre.example/x">kauppa</a>', 'kauppa <https://murre.example/x>'],
  ['quotes', '<p>Uutta</p><blockquote><p>vanhaa</p></blockquote>', 'Uutta\n\n> vanhaa'],
  ['pictures and hard spaces', '<p>a&nbsp;b<img src="/files/x" alt="kuva"></p>', 'a b'],
  ['headings stay in their case', '<h1>Tarjous</h1><p>nyt</p>', 'Tarjous\n\nnyt'],
  ['entities', '<p>5 &lt; 6 &amp; 7</p>', '5 < 6 & 7'],
  ['a table of layout', '<table><tr><td>a</td></tr><tr><td>b</td></tr></table>', 'ab'],
  ['nothing', '', ''],
])('%s', (_name, html, text) => {
  expect(htmlToPlain(html)).toBe(text);
});

test('markup deeper than any parser likes gives its words', () => {
  expect(htmlToPlain(`${'<div>'.repeat(50_000)}syvällä &amp; turvassa<script>x</script>`)).toBe('syvällä & turvassa');
});
