import { dropQuoted, framePage, guessHeight } from './mail-html';

const parsed = (html: string): HTMLElement => new DOMParser().parseFromString(html, 'text/html').body;
const without = (html: string): string => { const body = parsed(html); dropQuoted(body); return body.textContent ?? ''; };

describe('quoted history of a mail', () => {
  it('takes out marked blocks and leaves words after them', () => {
    expect(without('<p>Uusi</p><div data-quoted="block"><blockquote>Vanha</blockquote></div><p>Allekirjoitus</p>')).toBe('UusiAllekirjoitus');
  });

  it('takes out everything from where the rest begins, also outside its parent', () => {
    expect(without('<div><p>Uusi</p><div><hr data-quoted="rest"><p>Lähettäjä: Lumo</p></div></div><p>Vanha</p>')).toBe('Uusi');
  });

  it('touches nothing that is not marked', () => {
    expect(without('<blockquote>Sitaatti</blockquote>')).toBe('Sitaatti');
  });
});

describe('the page of a foreign mail', () => {
  const images = async (url: string): Promise<string | null> => (url === '/files/a' ? 'data:image/png;base64,AA' : null);

  it('writes the own pictures in and leaves no other picture', async () => {
    const page = await framePage('<p>x<img src="/files/a"><img data-src="https://t.example/dot"><img src="https://t.example/b"><img src="/files/gone"></p>', false, images);
    expect(page).toContain('data:image/png;base64,AA');
    expect(page).not.toContain('t.example');
    expect(page.match(/<img/g)).toHaveLength(1);
  });

  it('carries a policy that allows pictures written in and nothing else', async () => {
    expect(await framePage('<p>x</p>', false, images)).toContain("default-src 'none'; img-src data:");
  });

  it('has a height between a note and half a screen, whatever is in it', () => {
    expect([guessHeight(''), guessHeight('<p>lorem ipsum</p>'.repeat(2000))]).toEqual([96, 480]);
  });
});
