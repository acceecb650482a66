export type SnoozeChoice = 'hours' | 'tomorrow' | 'monday';

/** Times to come back at, in the reader's own clock. The server moves them to opening hours where the shop is closed. */
export function snoozeChoices(now: number): { id: SnoozeChoice; until: string }[] {
  const inHours = new Date(now + 3 * 3600_000);
  inHours.setMinutes(0, 0, 0);
  const morning = (days: number) => {
    const date = new Date(now);
    date.setDate(date.getDate() + days);
    date.setHours(8, 0, 0, 0);
    return date;
  };
  const weekday = new Date(now).getDay();
  const toMonday = (8 - weekday) % 7 || 7;
  const choices: { id: SnoozeChoice; at: Date }[] = [
    { id: 'hours', at: inHours },
    { id: 'tomorrow', at: morning(1) },
    ...(toMonday > 1 ? [{ id: 'monday' as const, at: morning(toMonday) }] : []),
  ];
  return choices.map(({ id, at }) => ({ id, until: at.toISOString() }));
}
