import { planFor } from './apply-event';
import type { DeskEvent } from './desk-events';
import { pauseBefore } from './desk-events';

const event = (changes: Partial<DeskEvent>): DeskEvent => ({
  __typename: 'DeskEvent', cursor: '7', kind: 'TICKET', ticketNumber: 10482, ticketId: 'T1', version: 5, changed: ['status'], actorId: 's2', ...changes,
});

describe('what an event makes stale', () => {
  it('reads again a row and a ticket that are older than the event', () => {
    expect(planFor(event({}), { rowVersion: 4, openedVersion: 4 })).toMatchObject({ refreshRow: true, refreshTicket: true, refreshLists: true });
  });

  it('ignores an event older than what is held', () => {
    expect(planFor(event({}), { rowVersion: 5, openedVersion: 6 })).toMatchObject({ refreshRow: false, refreshTicket: false });
  });

  it('reads nothing for a ticket that nobody looks at, but the lists may have changed', () => {
    expect(planFor(event({}), { rowVersion: undefined, openedVersion: undefined })).toMatchObject({ refreshRow: false, refreshTicket: false, refreshLists: true });
  });

  it('takes a new entry even when the version has not moved', () => {
    expect(planFor(event({ changed: ['entries'] }), { rowVersion: 5, openedVersion: 5 })).toMatchObject({ refreshTicket: true });
  });

  it('resyncs when the log no longer reaches back', () => {
    expect(planFor(event({ kind: 'RESYNC', ticketNumber: null }), { rowVersion: 1, openedVersion: 1 })).toMatchObject({ resync: true, refreshRow: false });
  });

  it('signs out and nothing else when the session was ended', () => {
    expect(planFor(event({ kind: 'SIGNED_OUT' }), { rowVersion: 1, openedVersion: 1 })).toMatchObject({ signOut: true, resync: false, refreshLists: false });
  });
});

describe('pause before connecting again', () => {
  it('grows from half a second to twenty and stays there', () => {
    expect([0, 1, 5, 6, 40].map((attempt) => pauseBefore(attempt, 1))).toEqual([500, 1000, 16_000, 20_000, 20_000]);
  });

  it('is never less than half of its ceiling', () => {
    expect(pauseBefore(6, 0)).toBe(10_000);
  });
});
