import { compare, freeze, neighbour, readEntries } from './frozen-order';

const looking = freeze([[10, 1], [20, 1], [30, 1]]);

describe('a list that somebody is looking at', () => {
  it('keeps its order when the server would sort it otherwise', () => {
    expect(compare(looking, [[30, 2], [10, 1], [20, 1]]).shown).toEqual([10, 20, 30]);
  });

  it('counts what has come and greys what no longer belongs', () => {
    const after = compare(looking, [[5, 1], [10, 1], [30, 1]]);
    expect(after.arrivals).toEqual([5]);
    expect([...after.gone]).toEqual([20]);
    expect(after.shown).toEqual([10, 20, 30]);
  });

  it('an empty list has nothing to protect and shows what comes', () => {
    expect(compare(freeze([]), [[5, 1]])).toMatchObject({ shown: [5], arrivals: [] });
  });

  it('a row that comes back is grey no more', () => {
    const gone = compare(looking, [[10, 1]]);
    expect(compare(gone, [[10, 1], [20, 3], [30, 1]]).gone.size).toBe(0);
  });
});

describe('moving in the list', () => {
  it.each([
    ['from nowhere down: the first', null, 1, 10],
    ['from nowhere up: the last', null, -1, 30],
    ['down', 10, 1, 20],
    ['down at the end stays', 30, 1, 30],
    ['up at the top stays', 10, -1, 10],
    ['from a ticket that is not in the list: the first', 99, 1, 10],
  ] as const)('%s', (_, from, step, to) => expect(neighbour(looking, from, step)).toBe(to));

  it('after solving goes to the next that still belongs, and to none when there is none', () => {
    const after = compare(looking, [[10, 1], [30, 1]]);
    expect(neighbour(after, 10, 1, true)).toBe(30);
    expect(neighbour(after, 30, 1, true)).toBeNull();
  });
});

describe('reading the index', () => {
  it.each([
    ['pairs', [[1, 2], [3, 4]], [[1, 2], [3, 4]]],
    ['something else entirely', { rows: [] }, []],
    ['broken pairs among good ones', [[1, 2], ['x', 1], null, [5]], [[1, 2]]],
  ])('%s', (_, raw, entries) => expect(readEntries(raw)).toEqual(entries));
});
