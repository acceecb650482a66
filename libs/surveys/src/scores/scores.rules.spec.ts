import { hiddenCells } from './hidden-cells.rules';
import { sampleOf, scoreOf } from './scale.rules';
import { differenceOf, npsOf, percentOf } from './shares.rules';
import { meanOf, t975 } from './student.rules';

const two = (...values: (number | undefined)[]): string => values.map((v) => v?.toFixed(2)).join(' ');
const span = (score: { low: number; high: number } | null): string => two(score?.low, score?.high);

describe('A-20 the vectors of the definitions', () => {
  it.each([[8, 10, '49.02 94.33'], [5, 5, '56.55 100.00'], [45, 50, '78.64 95.65']])('Wilson %i of %i', (k, n, interval) => expect(span(percentOf(k, n))).toBe(interval));
  it.each([
    [{ promoters: 5, passives: 3, detractors: 2 }, 30, '-19.05 65.20'],
    [{ promoters: 10, passives: 0, detractors: 0 }, 100, '47.50 100.00'],
    [{ promoters: 60, passives: 25, detractors: 15 }, 45, '29.34 58.04'],
  ])('NPS %j', (counts, score, interval) => expect([npsOf(counts)?.value, span(npsOf(counts))]).toEqual([score, interval]));
  it('Newcombe: what differs clearly, and what does not', () => {
    const d = differenceOf({ k: 45, n: 50 }, { k: 35, n: 50 })!;
    expect([two(d.value, d.low, d.high), d.clear]).toEqual(['20.00 4.26 34.87', true]);
    expect(differenceOf({ k: 8, n: 10 }, { k: 7, n: 10 })?.clear).toBe(false);
    expect(differenceOf({ k: 0, n: 0 }, { k: 7, n: 10 })).toBeNull();
  });
  // The vector's ± 0.1185 is that of the normal curve; Student's t, which the definition names, gives 0.1187: the same to two decimals.
  it('CES: agreement first, mean and index beside it', () => {
    const s = scoreOf('ces7', [80, 210, 140, 110, 160, 180, 120]);
    expect([two(s.score?.value, s.score?.low, s.score?.high), s.mean?.value.toFixed(2), s.mean?.half?.toFixed(2), s.index?.toFixed(1)]).toEqual(['46.00 42.93 49.10', '4.08', '0.12', '-13.0']);
  });
  it('Student, against the tables', () => {
    expect([1, 2, 3, 4, 5, 10, 30, 100].map((n) => t975(n).toFixed(2))).toEqual(['12.71', '4.30', '3.18', '2.78', '2.57', '2.23', '2.04', '1.98']);
    expect(meanOf([0, 0, 0, 0, 1], 1)).toEqual({ value: 5, half: null });
  });
});

describe('A-21 too little to say anything', () => {
  it('of nothing there is no score, and never 0', () => expect([percentOf(0, 0), npsOf({ promoters: 0, passives: 0, detractors: 0 }), meanOf([0, 0], 1), scoreOf('csat5', [0, 0, 0, 0, 0]).score]).toEqual([null, null, null, null]));
  it('four are counted and not shown; five are a small sample; thirty are enough', () => {
    expect(scoreOf('csat5', [0, 0, 0, 0, 4])).toMatchObject({ n: 4, sample: 'hidden', score: null, mean: null });
    expect(scoreOf('csat5', [0, 0, 0, 0, 5])).toMatchObject({ n: 5, sample: 'small', score: { value: 100 } });
    expect([0, 4, 5, 29, 30].map(sampleOf)).toEqual(['none', 'hidden', 'small', 'small', 'enough']);
  });
});

describe('scales', () => {
  it.each([
    ['csat5', [1, 1, 1, 1, 6], 70], ['csat3', [2, 3, 5], 50], ['csat2', [4, 6], 60], ['solved', [1, 1, 8], 80],
    ['nps', [1, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3], 30],
  ] as const)('%s', (scale, counts, value) => expect(scoreOf(scale, counts).score?.value).toBe(value));
  it('A-22 who skipped is in no point and changes nothing', () => {
    const counts = [15, 0, 0, 0, 0, 0, 0, 25, 0, 0, 60];
    const answers: (number | null)[] = [...counts.flatMap((c, point) => Array<number>(c).fill(point)), ...Array<null>(50).fill(null)];
    const s = scoreOf('nps', counts.map((_, point) => answers.filter((a) => a === point).length));
    expect([s.n, s.score?.value, span(s.score)]).toEqual([100, 45, '29.34 58.04']);
  });
  it('a count of another scale is refused', () => expect(() => scoreOf('ces7', [1, 2, 3, 4, 5])).toThrow('ces7'));
});

describe('A-37 the remainder', () => {
  it.each([
    [[8, 7, 2, 5, 1], [false, false, true, true, true]],
    [[8, 7, 5], [false, false, false]],
    [[8, 4, 3], [false, true, true]],
    [[9, 1], [true, true]],
    [[3], [true]],
    [[0, 8, 0], [false, false, false]],
    [[], []],
  ])('%j', (sizes, hidden) => expect(hiddenCells(sizes)).toEqual(hidden));
});
