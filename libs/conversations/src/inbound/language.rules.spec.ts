import { detectLanguage } from './language.rules';

test.each<[string, 'fi' | 'sv' | 'en', 'fi' | 'sv' | 'en']>([
  ['Hei, tilaukseni ei ole vielä tullut. Voisitteko tarkistaa missä paketti on?', 'fi', 'sv'],
  ['Hej, jag beställde fel storlek och skulle vilja byta. Kan ni hjälpa mig?', 'sv', 'fi'],
  ['Hello, my order has not arrived. Could you check where it is?', 'en', 'fi'],
  ['OK', 'sv', 'sv'],
  ['', 'fi', 'fi'],
])('%s', (text, expected, fallback) => expect(detectLanguage(text, fallback)).toBe(expected));
