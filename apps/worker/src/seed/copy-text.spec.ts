import { copyText } from './copy-text';

it('writes what COPY reads: nulls, escapes, lists of text and JSON', () => {
  const row = { customer_id: 'c', number: 'a\tb\\c\nd', tier: null, points: 0, started_on: '2026-01-02', ended_on: undefined, source: 'seed', imported_at: 'x' };
  expect(copyText('loyalty_membership', [row])).toBe('c\ta\\tb\\\\c\\nd\t\\N\t0\t2026-01-02\t\\N\tseed\tx\n');
  const pet = { id: 'p', customer_id: 'c', name: 'Nöpö', species: 'dog', birth_year: 2020, allergies: ['kana', 'a "b" \\c'], source: 's', imported_at: 'x' };
  expect(copyText('pet', [pet])).toBe('p\tc\tNöpö\tdog\t2020\t{"kana","a \\\\"b\\\\" \\\\\\\\c"}\ts\tx\n');
  const receipt = { id: 'r', customer_id: 'c', receipt_number: 'R1', order_number: null, bought_on: 'd', shop: 's', total_cents: 1, lines: [{ product: 'A\nB', batch: null }], source: 's', imported_at: 'x' };
  expect(copyText('receipt', [receipt]).split('\t')[7]).toBe('[{"product":"A\\\\nB","batch":null}]');
});
