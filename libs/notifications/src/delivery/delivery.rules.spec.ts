import { reasonToSkip, settled, type Delivery } from './delivery.rules';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const D: Delivery = {
  id: 'd', channel: 'mail', fence: 1, tries: 1, releaseAt: '2026-11-23T08:59:00.000Z', noticeId: 'n', cause: 'deadline_late', ticketNumber: 10001, params: {}, read: false,
  staffId: 's', name: 'Liisa', email: 'liisa@lumo.example', locale: 'fi', active: true, preferences: [{ cause: 'deadline_late', channel: 'mail', on: true }], ticketOpen: true,
};

test('what has become needless meanwhile is not sent', () => {
  expect(reasonToSkip(D, NOW)).toBeNull();
  expect(reasonToSkip({ ...D, active: false }, NOW)).toBe('left');
  expect(reasonToSkip({ ...D, read: true }, NOW)).toBe('read');
  expect(reasonToSkip({ ...D, preferences: [] }, NOW)).toBe('not_wanted');
  expect(reasonToSkip({ ...D, ticketOpen: false }, NOW)).toBe('ticket_ended');
  expect(reasonToSkip({ ...D, releaseAt: '2026-11-22T08:59:59.999Z' }, NOW)).toBe('too_old');
  expect(reasonToSkip({ ...D, cause: 'assigned', preferences: [{ cause: 'assigned', channel: 'mail', on: true }], ticketOpen: false }, NOW)).toBeNull();
});

test('it is tried again with growing pauses until it is no news any more', () => {
  const later = (tries: number, afterSeconds?: number) => settled({ ...D, tries }, { result: 'later', code: '503', afterSeconds }, NOW, 1);
  expect([1, 2, 3, 4, 5, 9].map((tries) => (later(tries).nextTryAt!.getTime() - NOW.getTime()) / 1000)).toEqual([30, 120, 600, 1800, 3600, 3600]);
  expect(later(1, 900).nextTryAt).toEqual(new Date('2026-11-23T09:15:00.000Z'));
  expect(settled({ ...D, tries: 9, releaseAt: '2026-11-22T09:30:00.000Z' }, { result: 'later', code: '503' }, NOW, 1)).toEqual({ state: 'failed', nextTryAt: null, errorCode: '503' });
  expect(settled(D, { result: 'refused', code: '550' }, NOW, 0)).toEqual({ state: 'failed', nextTryAt: null, errorCode: '550' });
});
