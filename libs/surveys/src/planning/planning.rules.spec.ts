import { decideEligibility, type EligibilityFacts } from './eligibility.rules';
import { inSample } from './sampling.rules';
import { blockedDays } from './schedule.rules';

const NOW = new Date('2026-11-23T09:00:00Z');
const TICKET = { kind: 'question', status: 'solved', hasHumanReply: true, closedByInactivity: false, internal: false, openComplaintElsewhere: false };
const SURVEY = { state: 'active' as const, startsAt: null, endsAt: null, quota: null, invited: 0, skipOpenComplaint: true, includeInactiveClosed: false };
const FINE: EligibilityFacts = { survey: SURVEY, address: true, refusal: null, ticket: TICKET, invitedBefore: false, sampled: true, now: NOW };
const ticket = (over: Partial<typeof TICKET>) => ({ ticket: { ...TICKET, ...over } });
const survey = (over: Partial<EligibilityFacts['survey']>) => ({ survey: { ...SURVEY, ...over } });

it.each<[string, Partial<EligibilityFacts>, string]>([
  ['nothing speaks against it', {}, 'eligible'],
  ['the survey is a draft', survey({ state: 'draft' }), 'survey_inactive'],
  ['it has not begun', survey({ startsAt: new Date('2026-11-23T09:00:01Z') }), 'survey_inactive'],
  ['it ended this instant', survey({ endsAt: NOW }), 'survey_inactive'],
  ['the quota is full', survey({ quota: 10, invited: 10 }), 'survey_inactive'],
  ['there is no address', { address: false }, 'no_address'],
  ['the person is restricted', { refusal: 'restricted' }, 'restricted'],
  ['the person objected', { refusal: 'objection' }, 'objection'],
  ['consent is missing', { refusal: 'no_consent' }, 'no_consent'],
  ['the address is suppressed', { refusal: 'suppressed' }, 'suppressed'],
  ['it is spam', ticket({ status: 'spam' }), 'case_excluded'],
  ['it was merged', ticket({ status: 'merged' }), 'case_excluded'],
  ['it is a privacy request', ticket({ kind: 'privacy_request' }), 'case_excluded'],
  ['it is an answer to a survey', ticket({ kind: 'survey' }), 'case_excluded'],
  ['a colleague asked', ticket({ internal: true }), 'case_excluded'],
  ['nobody answered', ticket({ hasHumanReply: false }), 'case_excluded'],
  ['it was closed because it was quiet', ticket({ closedByInactivity: true }), 'case_excluded'],
  ['it was quiet, and the survey asks of those too', { ...ticket({ closedByInactivity: true }), ...survey({ includeInactiveClosed: true }) }, 'eligible'],
  ['there is an open complaint', ticket({ openComplaintElsewhere: true }), 'case_excluded'],
  ['it is open again', ticket({ status: 'open' }), 'reopened'],
  ['it was asked about before', { invitedBefore: true }, 'already_invited'],
  ['the sample leaves it out', { sampled: false }, 'sampled_out'],
])('%s', (_, over, expected) => expect(decideEligibility({ ...FINE, ...over })).toBe(expected));

it('the first reason of the order is the one given', () => {
  const everything: EligibilityFacts = { survey: { ...SURVEY, state: 'stopped' }, address: false, refusal: 'objection', ticket: { ...TICKET, status: 'spam' }, invitedBefore: true, sampled: false, now: NOW };
  const order = ['survey_inactive', 'no_address', 'objection', 'case_excluded', 'already_invited', 'sampled_out'];
  const mended: Partial<EligibilityFacts>[] = [{}, { survey: SURVEY }, { address: true }, { refusal: null }, { ticket: TICKET }, { invitedBefore: false }];
  let facts = everything;
  expect(mended.map((more) => decideEligibility((facts = { ...facts, ...more })))).toEqual(order);
});

it('A-34 a sample of a tenth draws between 9.7 and 10.3 % of 100,000, and the same ones again', () => {
  const draw = () => Array.from({ length: 100_000 }, (_, i) => i).filter((i) => inSample('survey', `person-${i}`, `case-${i * 7}`, 1000));
  const first = draw();
  expect(first.length).toBeGreaterThan(9_700);
  expect(first.length).toBeLessThan(10_300);
  expect(draw()).toEqual(first);
  expect(first.every((i) => inSample('survey', `person-${i}`, `case-${i * 7}`, 2000))).toBe(true);
});

it.each([
  ['2026-05-01T07:00:00Z', '[2026-05-01,2026-05-31)'],
  // After local midnight it is the next day already.
  ['2026-05-01T21:00:00Z', '[2026-05-02,2026-06-01)'],
  ['2028-02-29T10:00:00Z', '[2028-02-29,2028-03-30)'],
])('days from %s are %s', (at, days) => expect(blockedDays(new Date(at), 'Europe/Helsinki', 30)).toBe(days));
