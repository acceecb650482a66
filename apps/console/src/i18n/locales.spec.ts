import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import en from './en.json';
import fi from './fi.json';
import sv from './sv.json';

const catalogues: Record<string, Record<string, string>> = { en, fi, sv };

/** The names a message expects, whatever their order in the sentence. */
function names(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const inside = 'options' in element ? Object.values(element.options).flatMap((option) => names(option.value)) : [];
    return [element.value, ...inside];
  });
}
const expects = (message: string): string[] => [...new Set(names(parse(message)))].sort();

describe.each(['fi', 'sv'])('the catalogue %s', (locale) => {
  const messages = catalogues[locale] ?? {};

  it('has exactly the messages of the master', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(en).sort());
  });

  it('has a word for everything, with the same values in it', () => {
    const different = Object.entries(en).filter(([id, master]) => !messages[id]?.trim() || expects(messages[id]).join() !== expects(master).join()).map(([id]) => id);
    expect(different).toEqual([]);
  });

  it('leaves nothing in English but names and what is the same in both languages', () => {
    const same = Object.entries(en).filter(([id, master]) => messages[id] === master && /[a-z]{4}/i.test(master.replace(/\{.*\}/g, ''))).map(([id]) => id);
    expect(same).toEqual(locale === 'fi' ? ['app.name', 'author.system'] : ['app.name', 'author.system', 'field.status', 'field.team', 'kind.FEEDBACK', 'priority.NORMAL']);
  });
});
