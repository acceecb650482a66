import { mentionedIn, type Colleague } from './mention.rules';

const PEOPLE: readonly Colleague[] = [
  { id: '1', name: 'Liisa Mattila' }, { id: '2', name: 'Liisa Mattila-Korhonen' }, { id: '3', name: 'Åke Öberg' }, { id: '4', name: 'Mikko Laine' }, { id: '5', name: 'Mikko Laine' },
];

test.each([
  ['@Liisa Mattila, voitko katsoa?', ['1']],
  ['Kysy: @liisa mattila-korhonen.', ['2']],
  ['@åke kan du titta?', ['3']],
  ['@ÅKE ÖBERG', ['3']],
  ['@Mikko Laine', ['4', '5']],
  ['@Liisa', []],
  ['@Åkesson', []],
  ['ake@åke.example', []],
  ['@Åke och @Liisa Mattila och @Åke', ['1', '3']],
  ['@', []],
  ['ei ketään', []],
])('%s', (note, ids) => {
  expect(mentionedIn(note, PEOPLE)).toEqual(ids);
});
