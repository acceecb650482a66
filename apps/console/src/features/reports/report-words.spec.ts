import { interval, percent } from './report-words';

test('nothing but all is 100 %, and nothing but none is 0 %', () => {
  expect([null, 0, 0.001, 0.735, 0.999, 1].map((share) => percent(share, 'en'))).toEqual(['–', '0%', '1%', '74%', '99%', '100%']);
  expect(percent(0.82, 'fi').replace(/\s/, ' ')).toBe('82 %');
});

test('the ends of an interval are rounded outwards', () => {
  expect(interval(0.4805, 0.891, 'en')).toBe('48–90%');
  expect(interval(null, null, 'en')).toBeNull();
});
