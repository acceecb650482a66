import type { Locale } from '@kaiku/kernel';
import { message, REGIONS } from '@kaiku/platform';
import { clockOf } from '../public/when';

/** Words around outgoing mail, in the ticket's language. */
export const mailTexts = {
  untitled: (locale: Locale): string => message(locale, 'mail.untitled'),
  replyPrefix: (locale: Locale): string => message(locale, 'mail.reply_prefix'),
  quoteIntro: (locale: Locale, at: Date, name: string, zone: string): string =>
    message(locale, 'mail.quote_intro', {
      date: new Intl.DateTimeFormat(REGIONS[locale], { dateStyle: 'short', timeZone: zone }).format(at),
      time: clockOf(at, locale, zone),
      name,
    }),
  statusLink: (locale: Locale, url: string): string => message(locale, 'mail.status_link', { url }),
  acknowledgement: (locale: Locale, params: { number: number; organisation: string }): string => message(locale, 'mail.acknowledgement', params),
};
