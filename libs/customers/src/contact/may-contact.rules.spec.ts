import { decideContact, strictest, type AddressChoices, type PersonChoices, type Sending } from './may-contact.rules';

const SINCE = '2026-11-20T08:00:00.000Z';
const person = (over: Partial<PersonChoices> = {}): PersonChoices => ({ exists: true, flags: [], restrictedSince: null, objections: [], consents: [], ...over });
const address = (over: Partial<AddressChoices> = {}): AddressChoices => ({ objections: [], suppressions: [], ...over });
const sending = (over: Partial<Sending> = {}): Sending => ({ purpose: 'service_quality', channel: 'email', legalMode: 'service', ...over });
const choice = <S extends string>(scope: S, channel: Sending['channel'] | null = null, since = SINCE) => ({ scope, channel, since });
const consents = [choice('service_quality' as const), choice('market_research' as const), choice('direct_marketing' as const)];
const said = (s: Partial<Sending>, p: Partial<PersonChoices> | null, a: Partial<AddressChoices> = {}): string => {
  const answer = decideContact(sending(s), p && person(p), address(a));
  return answer.allowed ? 'allowed' : answer.reason;
};

describe(decideContact.name, () => {
  it.each([
    ['a question about their own matter needs no consent', {}, {}, {}, 'allowed'],
    ['a strict one does', { legalMode: 'strict' }, {}, {}, 'no_consent'],
    ['consent to the purpose is enough', { legalMode: 'strict' }, { consents: [choice('service_quality')] }, {}, 'allowed'],
    ['so is consent to marketing, which a strict survey counts as', { legalMode: 'strict' }, { consents: [choice('direct_marketing')] }, {}, 'allowed'],
    ['consent to another purpose is not', { legalMode: 'strict' }, { consents: [choice('market_research')] }, {}, 'no_consent'],
    ['nor is consent on another channel', { legalMode: 'strict' }, { consents: [choice('service_quality', 'sms')] }, {}, 'no_consent'],
    ['marketing needs consent whatever the mode', { purpose: 'direct_marketing' }, {}, {}, 'no_consent'],
    ['A-07 an objection to market research stops research', { purpose: 'market_research' }, { objections: [choice('market_research')] }, {}, 'objection'],
    ['A-07 in strict mode too', { purpose: 'market_research', legalMode: 'strict' }, { objections: [choice('market_research')], consents }, {}, 'objection'],
    ['A-07 an objection to direct marketing stops a survey in service mode', {}, { objections: [choice('direct_marketing')] }, {}, 'objection'],
    ['A-07 and in strict mode', { legalMode: 'strict' }, { objections: [choice('direct_marketing')], consents }, {}, 'objection'],
    ['an objection to one kind of survey leaves the others', {}, { objections: [choice('market_research')] }, {}, 'allowed'],
    ['an objection to surveys leaves marketing', { purpose: 'direct_marketing' }, { objections: [choice('surveys')], consents }, {}, 'allowed'],
    ['an objection on another channel stops nothing', {}, { objections: [choice('surveys', 'sms')] }, {}, 'allowed'],
    ['an objection by address counts for whoever is there', {}, {}, { objections: [choice('surveys')] }, 'objection'],
    ['consent never outweighs an objection', { legalMode: 'strict' }, { objections: [choice('service_quality')], consents }, {}, 'objection'],
    ['a suppressed address gets no surveys', {}, {}, { suppressions: [choice('surveys')] }, 'suppressed'],
    ['one suppressed for marketing gets what counts as marketing neither', { legalMode: 'strict' }, { consents }, { suppressions: [choice('marketing')] }, 'suppressed'],
    ['but a question about their own matter', {}, {}, { suppressions: [choice('marketing')] }, 'allowed'],
    ['a restricted person gets nothing', {}, { flags: ['restricted'] }, {}, 'restricted'],
    ['nor a minor', {}, { flags: ['minor'] }, {}, 'restricted'],
    ['nor the dead', {}, { flags: ['deceased'] }, {}, 'restricted'],
    ['nor the erased', {}, { exists: false }, {}, 'restricted'],
    ['whose address still counts', {}, null, { suppressions: [choice('all')] }, 'suppressed'],
    ['replies about their own matter go to everybody', { purpose: 'customer_service' }, { flags: ['restricted'], objections: [choice('all')] }, { suppressions: [choice('all')] }, 'allowed'],
  ] as const)('%s', (_, s, p, a, expected) => expect(said(s as Partial<Sending>, p as Partial<PersonChoices> | null, a as Partial<AddressChoices>)).toBe(expected));

  it('names the first reason in their order, and since when', () => {
    const all = { flags: ['restricted'], restrictedSince: '2026-11-19T08:00:00.000Z', objections: [choice('all' as const), choice('surveys' as const, null, '2026-11-01T08:00:00.000Z')] };
    const gone = address({ suppressions: [choice('all' as const)] });
    const strict = sending({ legalMode: 'strict' });
    expect(decideContact(strict, person(all), gone)).toEqual({ allowed: false, reason: 'restricted', since: '2026-11-19T08:00:00.000Z' });
    expect(decideContact(strict, person({ ...all, flags: [] }), gone)).toEqual({ allowed: false, reason: 'objection', since: '2026-11-01T08:00:00.000Z' });
    expect(decideContact(strict, person(), gone)).toEqual({ allowed: false, reason: 'no_consent', since: null });
    expect(decideContact(strict, person({ consents }), gone)).toEqual({ allowed: false, reason: 'suppressed', since: SINCE });
  });
});

describe(strictest.name, () => {
  const no = (reason: 'restricted' | 'objection' | 'no_consent' | 'suppressed') => ({ allowed: false, reason, since: null }) as const;
  it('lets the strictest of several people win', () => {
    expect(strictest([{ allowed: true }, no('suppressed'), no('objection')])).toEqual(no('objection'));
    expect(strictest([no('objection'), no('restricted')])).toEqual(no('restricted'));
    expect(strictest([{ allowed: true }, { allowed: true }])).toEqual({ allowed: true });
    expect(strictest([])).toEqual({ allowed: true });
  });
});
