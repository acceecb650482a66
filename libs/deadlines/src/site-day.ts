const formats = new Map<string, Intl.DateTimeFormat>();

/** Local date `YYYY-MM-DD` of an instant (epoch ms): days in reports are the shop's days. */
export function siteDay(instant: number, zone: string): string {
  let format = formats.get(zone);
  if (!format) formats.set(zone, (format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })));
  return format.format(instant);
}
