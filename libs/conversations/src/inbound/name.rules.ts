/** First and last name from a mail's sender: "Virtanen, Maija" and "Maija Virtanen" alike; the address's local part when there is no name. */
export function splitName(name: string | null, address: string): { firstName: string | null; lastName: string } {
  const clean = (name ?? '').replace(/["<>]/g, '').trim();
  const comma = /^([^,]+),\s*(.+)$/.exec(clean);
  if (comma) return { firstName: comma[2]!.slice(0, 100), lastName: comma[1]!.slice(0, 100) };
  const words = clean.split(/\s+/).filter(Boolean);
  if (words.length === 0) return { firstName: null, lastName: address.split('@')[0]!.slice(0, 100) };
  const lastName = words.pop()!.slice(0, 100);
  return { firstName: words.length > 0 ? words.join(' ').slice(0, 100) : null, lastName };
}
