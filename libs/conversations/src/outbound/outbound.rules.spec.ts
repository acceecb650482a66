import { retryDelayMs, type Attempt } from '@kaiku/kernel';
import { afterAttempt, deliveryState, resolveUnknown, type Recipient } from './outbound.rules';

const now = new Date('2026-11-23T10:00:00Z');
const to: Recipient = { name: '', address: 'a@posti.example', role: 'to' };
const cc: Recipient = { name: '', address: 'b@posti.example', role: 'cc' };
const facts = { tries: 1, createdAt: now, recipients: [to, cc] };
const decide = (attempt: Attempt, over: Partial<typeof facts> = {}) => afterAttempt({ ...facts, ...over }, attempt, now, 0.5);

describe('afterAttempt', () => {
  test('accepted by all: sent', () => expect(decide({ result: 'accepted', refused: new Map() })).toMatchObject({ state: 'sent', recipients: [{ outcome: 'sent' }, { outcome: 'sent' }] }));
  test('F08 one recipient refused: the others were sent, and it says which was not', () =>
    expect(decide({ result: 'accepted', refused: new Map([[cc.address, '550']]) })).toMatchObject({ state: 'sent', recipients: [{ outcome: 'sent' }, { outcome: 'failed', code: '550' }] }));
  test('F05 no answer after the final dot: unknown, not an ordinary retry', () => expect(decide({ result: 'no_answer', dotSent: true, code: 'ECONNECTION' })).toMatchObject({ state: 'unknown', nextTryAt: now }));
  test('no answer before the final dot: not sent, tried again', () => expect(decide({ result: 'no_answer', dotSent: false, code: 'ECONNECTION' })).toMatchObject({ state: 'queued', errorCode: 'ECONNECTION' }));
  test('F07 a temporary refusal waits', () => expect(decide({ result: 'refused', code: '451', permanent: false }).nextTryAt!.getTime()).toBe(now.getTime() + 22_500));
  test('a permanent refusal fails', () => expect(decide({ result: 'refused', code: '550', permanent: true })).toMatchObject({ state: 'failed', recipients: [{ outcome: 'failed', code: '550' }, { outcome: 'failed' }] }));
  test('after 48 hours it gives up', () => expect(decide({ result: 'refused', code: '451', permanent: false }, { createdAt: new Date('2026-11-21T09:59:59Z') })).toMatchObject({ state: 'failed' }));
  test('those who got it stay so over later attempts', () => expect(decide({ result: 'accepted', refused: new Map() }, { recipients: [{ ...to, outcome: 'sent' }, cc] }).recipients).toMatchObject([{ outcome: 'sent' }, { outcome: 'sent' }]));
});

test('retries: 30 s, 2 min, 10 min, 30 min, 1 h, then hourly, each between half and the whole', () => {
  expect([1, 2, 3, 4, 5, 6, 40].map((n) => retryDelayMs(n, 1) / 1000)).toEqual([30, 120, 600, 1800, 3600, 3600, 3600]);
  expect(retryDelayMs(1, 0) / 1000).toBe(15);
});

describe('resolveUnknown', () => {
  const later = new Date(now.getTime() + 25 * 3_600_000);
  test('the relay has it: sent', () => expect(resolveUnknown('reply', true, now, now).state).toBe('sent'));
  test('the relay has not: sent again', () => expect(resolveUnknown('acknowledgement', false, now, now).state).toBe('queued'));
  test('a reply without look-up goes again under the same id: never lost', () => expect(resolveUnknown('reply', null, now, now).state).toBe('queued'));
  test('automatic mail without look-up is never repeated, and counts as sent after a day', () => {
    expect(resolveUnknown('acknowledgement', null, now, now).state).toBe('unknown');
    expect(resolveUnknown('acknowledgement', null, now, later).state).toBe('sent');
  });
});

test('while the undo window runs a message waits', () => {
  expect(deliveryState('queued', new Date(now.getTime() + 1), now, [])).toBe('WAITING');
  expect(deliveryState('queued', now, now, [])).toBe('QUEUED');
  expect(deliveryState('sent', now, now, [{ ...to, outcome: 'failed' }])).toBe('FAILED');
});
