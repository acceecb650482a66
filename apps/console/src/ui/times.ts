/** What people type for a time of day, as `HH:MM`: "8", "8.30", "0830", "8:30". Null for what is no time; 24:00 is one. */
export function readTime(typed: string): string | null {
  const [, hours, minutes = '00'] = /^\s*(\d{1,2})\s*(?:[.:,]?\s*(\d{2}))?\s*$/.exec(typed) ?? [];
  if (hours === undefined || Number(hours) > 24 || Number(minutes) > 59 || (Number(hours) === 24 && Number(minutes) > 0)) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

/** A quarter earlier or later, within the day. @param by minutes */
export function stepTime(time: string, by: number): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const next = Math.min(24 * 60, Math.max(0, hours * 60 + minutes + by));
  return `${String(Math.floor(next / 60)).padStart(2, '0')}:${String(next % 60).padStart(2, '0')}`;
}

/** Minutes since midnight. */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
