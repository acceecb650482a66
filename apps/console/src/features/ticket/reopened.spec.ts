import { isAwaited, reopenedByCustomer } from './reopened';

const event = (code: string) => ({ kind: 'SYSTEM', change: { code }, authorKind: 'RULE', visibility: 'INTERNAL' }) as const;
const message = { kind: 'CUSTOMER_MESSAGE', change: null, authorKind: 'CUSTOMER', visibility: 'PUBLIC' } as const;
const reply = { kind: 'REPLY', change: null, authorKind: 'AGENT', visibility: 'PUBLIC' } as const;
const note = { kind: 'NOTE', change: null, authorKind: 'AGENT', visibility: 'INTERNAL' } as const;

it('sees that a customer wrote after the solution, until somebody answers', () => {
  expect(reopenedByCustomer([message, reply, event('status_changed')])).toBe(false);
  expect(reopenedByCustomer([message, reply, message, event('reopened_by_customer')])).toBe(true);
  expect(reopenedByCustomer([event('reopened_by_customer'), message, note])).toBe(true);
  expect(reopenedByCustomer([event('reopened_by_customer'), message, reply])).toBe(false);
});

it('sees that somebody waits for a reply', () => {
  expect(isAwaited([{ metric: 'NEXT_REPLY', state: 'RUNNING' }])).toBe(true);
  expect(isAwaited([{ metric: 'FIRST_REPLY', state: 'MET' }, { metric: 'RESOLUTION', state: 'RUNNING' }])).toBe(false);
});
