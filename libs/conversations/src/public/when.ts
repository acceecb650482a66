import type { Locale } from '@kaiku/kernel';
import { REGIONS } from '@kaiku/platform';

interface Parts {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly monthName: string;
  readonly year: string;
  readonly hour: string;
  readonly minute: string;
}

function partsOf(at: Date, locale: Locale, zone: string): Parts {
  const read = (options: Intl.DateTimeFormatOptions) => Object.fromEntries(new Intl.DateTimeFormat(REGIONS[locale], { timeZone: zone, ...options }).formatToParts(at).map((p) => [p.type, p.value]));
  const numbers = read({ day: 'numeric', month: 'numeric', year: 'numeric', hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
  const words = read({ weekday: 'short', month: 'short', day: 'numeric' });
  return {
    weekday: words.weekday!.replace(/\.$/, ''), monthName: words.month!.replace(/\.$/, ''), day: String(Number(numbers.day)), month: String(Number(numbers.month)), year: numbers.year!,
    hour: String(Number(numbers.hour)), minute: numbers.minute!.padStart(2, '0'),
  };
}

/** The clock alone: `17.56`, in English `17:56`. */
export function clockOf(at: Date, locale: Locale, zone: string): string {
  const { hour, minute } = partsOf(at, locale, zone);
  return `${hour}${locale === 'en' ? ':' : '.'}${minute}`;
}

/**
 * An instant as people here say it, in the shop's time: `ma 16.11. klo 9.12`, `mån 16.11 kl. 9.12`, `Mon 16 Nov at 9:12`; `tänään klo 13.58` when
 * it is today; with the year when that is another one.
 * @param zone IANA name
 * @param wholeHours leaves out minutes that are zero, for promises
 */
export function when(at: Date, now: Date, locale: Locale, zone: string, wholeHours = false): string {
  const [p, today] = [partsOf(at, locale, zone), partsOf(now, locale, zone)];
  const minutes = wholeHours && p.minute === '00' ? '' : `${locale === 'en' ? ':' : '.'}${p.minute}`;
  const sameYear = p.year === today.year;
  const sameDay = sameYear && p.month === today.month && p.day === today.day;
  switch (locale) {
    case 'fi':
      return `${sameDay ? 'tänään' : `${p.weekday} ${p.day}.${p.month}.${sameYear ? '' : p.year}`} klo ${p.hour}${minutes}`;
    case 'sv':
      return `${sameDay ? 'i dag' : `${p.weekday} ${p.day}.${p.month}${sameYear ? '' : `.${p.year}`}`} kl. ${p.hour}${minutes}`;
    case 'en':
      return `${sameDay ? 'today' : `${p.weekday} ${p.day} ${p.monthName}${sameYear ? '' : ` ${p.year}`}`} at ${p.hour}${minutes || ':00'}`;
  }
}
