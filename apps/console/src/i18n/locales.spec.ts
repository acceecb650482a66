import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import en from './en.json';
import fi from './fi.json';
import roomsEn from './rooms/en.json';
import roomsFi from './rooms/fi.json';
import roomsSv from './rooms/sv.json';
import sv from './sv.json';

const master: Record<string, string> = { ...en, ...roomsEn };
const catalogues: Record<string, Record<string, string>> = { en: master, fi: { ...fi, ...roomsFi }, sv: { ...sv, ...roomsSv } };

/** The names a message expects, whatever their order in the sentence. */
function names(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const inside = 'options' in element ? Object.values(element.options).flatMap((option) => names(option.value)) : 'children' in element ? names(element.children) : [];
    return [element.value, ...inside];
  });
}
const expects = (message: string): string[] => [...new Set(names(parse(message)))].sort();

describe.each(['fi', 'sv'])('the catalogue %s', (locale) => {
  const messages = catalogues[locale] ?? {};

  it('has exactly the messages of the master', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(master).sort());
  });

  it('has a word for everything, with the same values in it', () => {
    const different = Object.entries(master).filter(([id, text]) => !messages[id]?.trim() || expects(messages[id]).join() !== expects(text).join()).map(([id]) => id);
    expect(different).toEqual([]);
  });

  it('leaves nothing in English but names and what is the same in both languages', () => {
    const same = Object.entries(master).filter(([id, text]) => messages[id] === text && /[a-z]{4}/i.test(text.replace(/\{.*\}/g, ''))).map(([id]) => id);
    expect(same).toEqual(locale === 'fi' ? ['app.name', 'author.system'] : ['app.name', 'author.system', 'field.status', 'field.team', 'kind.FEEDBACK', 'priority.NORMAL', 'report.median']);
  });
});

it('no message is in two catalogues', () => expect(Object.keys(en).filter((id) => id in roomsEn)).toEqual([]));
