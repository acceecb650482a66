import type { Locale } from '@kaiku/kernel';
import * as en from './matters/en';
import * as fi from './matters/fi';
import * as sv from './matters/sv';
import { phoneOf, someLanguage } from './people';
import { Random } from './random';
import { Story } from './write-text';

const FACTS = new Set(['product', 'order', 'receipt', 'batch', 'shop', 'amount', 'kilos', 'date', 'ourPet', 'name', 'pet']);
const LANGUAGES: readonly [Locale, typeof fi][] = [['fi', fi], ['sv', sv], ['en', en]];

describe(Random.name, () => {
  it('repeats for the same seed and differs for another', () => {
    const first = (seed: string) => { const r = new Random(seed); return Array.from({ length: 5 }, () => r.unit()); };
    expect(first('a')).toEqual(first('a'));
    expect(first('a')).not.toEqual(first('b'));
  });
  it('makes UUIDv7s that grow with time and within one instant', () => {
    const random = new Random('ids');
    const ids = [1_700_000_000_000, 1_700_000_000_000, 1_700_000_000_000, 1_700_000_000_001].map((ms) => random.idAt(ms));
    expect(ids).toEqual(ids.toSorted());
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
  it('chooses languages by their share', () => {
    const random = new Random('languages');
    const chosen = Array.from({ length: 10_000 }, () => someLanguage(random));
    expect(chosen.filter((l) => l === 'fi').length / 10_000).toBeCloseTo(0.7, 1);
    expect(chosen.filter((l) => l === 'sv').length / 10_000).toBeCloseTo(0.15, 1);
  });
});

it.each(LANGUAGES)('every topic exists in %s, and every text names only facts there are', (_, { matters, manners }) => {
  expect(matters.map((m) => m.topic).sort()).toEqual(fi.matters.map((m) => m.topic).sort());
  for (const [, fact] of JSON.stringify([matters, manners]).matchAll(/\{(\w+)\}/g)) expect(FACTS).toContain(fact);
});

it.each(LANGUAGES)('texts in %s are whole: no placeholder left, no double space, a capital at the beginning', (language) => {
  const random = new Random('texts');
  for (let n = 0; n < 300; n++) {
    const story = new Story(random, language, null, 1_700_000_000_000);
    for (const text of [story.subject(), story.told(), story.answer(), story.more(), story.settled(), story.note(), story.called(), story.thanks()]) {
      expect(text).not.toMatch(/[{}]|undefined| {2}| [,.!?]/);
      expect(text).toMatch(/^[\p{Lu}0-9]/u);
    }
  }
});

it('telephone numbers have a digit too many to be anybody\'s', () => {
  for (const n of [0, 99_999, 100_000, 599_999]) expect(phoneOf(n).value).toMatch(/^\+358[45]\d555\d{5}$/);
  expect(new Set([0, 1, 100_000, 599_999].map((n) => phoneOf(n).value)).size).toBe(4);
});
