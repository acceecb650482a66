import { buildSchema, execute, parse } from 'graphql';
import { newestAsked } from './newest-asked';

const schema = buildSchema('type Entry { id: ID } type Ticket { id: ID entries(first: Int, after: String, last: Int, before: String): [Entry] } type Query { ticket: Ticket }');

function asked(document: string, variableValues: Record<string, unknown> = {}): number | null | undefined {
  let found: number | null | undefined;
  execute({ schema, document: parse(document), variableValues, rootValue: { ticket: (_: unknown, __: unknown, info: Parameters<typeof newestAsked>[0]) => void (found = newestAsked(info)) } });
  return found;
}

test.each([
  ['{ ticket { id } }', null],
  ['{ ticket { entries { id } } }', 50],
  ['{ ticket { entries(last: 7) { id } } }', 7],
  ['{ ticket { seen: entries(last: 7, before: null) { id } } }', 7],
  ['{ ticket { ...T } } fragment T on Ticket { ... on Ticket { entries(last: 8) { id } } }', 8],
  ['{ ticket { entries(last: 7, before: "x") { id } } }', null],
  ['{ ticket { entries(first: 7) { id } } }', null],
  ['{ ticket { a: entries(last: 7) { id } b: entries(last: 8) { id } } }', null],
  ['{ ticket { entries(last: 101) { id } } }', null],
  ['{ ticket { entries(last: 0) { id } } }', null],
  ['{ ticket { entries @include(if: false) { id } } }', null],
])('%s asks for %j', (document, size) => {
  expect(asked(document)).toBe(size);
});

test('sizes in variables count', () => {
  const document = 'query T($last: Int, $before: String) { ticket { entries(last: $last, before: $before) { id } } }';
  expect([asked(document, { last: 9 }), asked(document, {}), asked(document, { last: 9, before: 'x' })]).toEqual([9, 50, null]);
});
