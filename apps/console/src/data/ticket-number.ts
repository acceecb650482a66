/** Numbers are 32 bits wide at the server. */
const LARGEST = 2_147_483_647;

/** The ticket number that an address carries; null for what can be none. */
export function ticketNumber(value: unknown): number | null {
  const number = typeof value === 'string' && !/^[1-9]\d{0,9}$/.test(value) ? NaN : Number(value);
  return Number.isInteger(number) && number > 0 && number <= LARGEST ? number : null;
}
