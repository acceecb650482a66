import { casesSearch, daysOf, inputOf, reportSearch } from './report-search';

const days = (period: 'this_week' | 'last_week' | 'this_month' | 'last_month', today: string) => Object.values(daysOf({ period }, today));

test('periods are whole weeks from Monday and whole months', () => {
  expect(days('this_week', '2026-11-22')).toEqual(['2026-11-16', '2026-11-22']);
  expect(days('this_week', '2026-11-23')).toEqual(['2026-11-23', '2026-11-29']);
  expect(days('last_week', '2027-01-01')).toEqual(['2026-12-21', '2026-12-27']);
  expect(days('this_month', '2028-02-29')).toEqual(['2028-02-01', '2028-02-29']);
  expect(days('this_month', '2026-12-31')).toEqual(['2026-12-01', '2026-12-31']);
  expect(days('last_month', '2026-03-31')).toEqual(['2026-02-01', '2026-02-28']);
  expect(days('last_month', '2027-01-15')).toEqual(['2026-12-01', '2026-12-31']);
  expect(daysOf({}, '2026-11-22')).toEqual({ from: '2026-11-01', to: '2026-11-30' });
});

test('the server is asked until the day after the last', () => {
  expect(inputOf({ metric: 'next_reply', kind: 'privacy_request' }, { from: '2026-12-01', to: '2026-12-31' })).toEqual({ metric: 'NEXT_REPLY', from: '2026-12-01', to: '2027-01-01', teamId: null, kind: 'PRIVACY_REQUEST' });
});

test.each([
  [{ period: 'yesterday', metric: 'toString', kind: 7, team: 'x' }, {}],
  [{ period: 'own', from: '2026-11-31', to: '2026-12-01' }, {}],
  [{ period: 'own', from: '2026-11-21', to: '2026-11-01' }, {}],
  [{ period: 'own', from: '2016-11-21', to: '2026-11-01' }, {}],
  [{ from: '2026-11-01', to: '2026-11-21' }, { period: 'own', from: '2026-11-01', to: '2026-11-21' }],
  [{ period: 'last_week', metric: 'acknowledge', kind: 'complaint' }, { period: 'last_week', metric: 'acknowledge', kind: 'complaint' }],
])('the address %j means %j', (given, meant) => expect(JSON.parse(JSON.stringify(reportSearch(given)))).toEqual(meant));

test('a figure without its group is that of all', () => {
  expect(casesSearch({ figure: 'late', by: 'kind' })).toMatchObject({ figure: 'late' });
  expect(casesSearch({ figure: 'late', by: 'kind' }).by).toBeUndefined();
  expect(casesSearch({ figure: 'late', by: 'day', key: '2026-11-03' })).toMatchObject({ by: 'day', key: '2026-11-03' });
});
