import { running, topicOfKey, usualOutcome, worthLooking } from './call-rules';

describe('the call dialog', () => {
  it.each([['1', 'ORDER'], ['5', 'COMPLAINT'], ['6', 'OTHER'], ['0', null], ['7', null], ['a', null]])('key %s is topic %s', (key, topic) => {
    expect(topicOfKey(key)).toBe(topic);
  });

  it.each([['040 5', false], ['040 55', true], ['+358 40 555 0101', true], ['Vi', false], ['Virtanen', true], ['', false]])('looks up "%s": %s', (typed, looks) => {
    expect(worthLooking(typed)).toBe(looks);
  });

  it('a call about an open matter is not solved by default', () => {
    expect([usualOutcome(true), usualOutcome(false)]).toEqual(['NEEDS_WORK', 'SOLVED']);
  });

  it.each([[7_000, '00:07'], [65_000, '01:05'], [3_725_000, '1:02:05'], [-5, '00:00']])('%d ms runs as %s', (ms, shown) => expect(running(ms)).toBe(shown));
});
