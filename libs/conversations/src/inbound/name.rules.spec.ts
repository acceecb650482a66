import { splitName } from './name.rules';

test.each([
  ['Maija Virtanen', { firstName: 'Maija', lastName: 'Virtanen' }],
  ['Virtanen, Maija Liisa', { firstName: 'Maija Liisa', lastName: 'Virtanen' }],
  ['"Maija" <b>', { firstName: 'Maija', lastName: 'b' }],
  ['Prince', { firstName: null, lastName: 'Prince' }],
  [null, { firstName: null, lastName: 'maija.virtanen' }],
])('%s', (name, expected) => expect(splitName(name, 'maija.virtanen@posti.example')).toEqual(expected));
