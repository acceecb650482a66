import { fieldsIn, instantIn, shopZone } from '../../i18n/zone';

export type SnoozeChoice = 'hours' | 'tomorrow' | 'monday';

/** Times to come back at, in the shop's own clock. The server moves them to opening hours where the shop is closed. */
export function snoozeChoices(now: number, zone = shopZone()): { id: SnoozeChoice; until: string }[] {
  const today = fieldsIn(zone, now);
  const inHours = instantIn(zone, { ...fieldsIn(zone, now + 3 * 3600_000), minute: 0 });
  const morning = (days: number): number => instantIn(zone, { ...today, day: today.day + days, hour: 8, minute: 0 });
  const weekday = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay();
  const toMonday = (8 - weekday) % 7 || 7;
  const choices: { id: SnoozeChoice; at: number }[] = [
    { id: 'hours', at: inHours },
    { id: 'tomorrow', at: morning(1) },
    ...(toMonday > 1 ? [{ id: 'monday' as const, at: morning(toMonday) }] : []),
  ];
  return choices.map(({ id, at }) => ({ id, until: new Date(at).toISOString() }));
}
