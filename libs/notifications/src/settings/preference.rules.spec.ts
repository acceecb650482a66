import { allPreferences, wants } from './preference.rules';

test('who has said nothing is told in the console of what concerns them, and by mail only of what piles up', () => {
  const on = allPreferences([]).filter((p) => p.on).map((p) => `${p.cause}/${p.channel}`);
  expect(on).toEqual(['assigned/in_app', 'mentioned/in_app', 'customer_replied/in_app', 'deadline_warn/in_app', 'deadline_late/in_app', 'deadline_escalated/in_app', 'digest/in_app', 'digest/mail']);
});

test('what was said holds, the rest stays as usual', () => {
  const said = [{ cause: 'assigned', channel: 'in_app', on: false }, { cause: 'assigned', channel: 'push', on: true }] as const;
  expect([wants(said, 'assigned', 'in_app'), wants(said, 'assigned', 'push'), wants(said, 'assigned', 'mail'), wants(said, 'mentioned', 'in_app')]).toEqual([false, true, false, true]);
});
