import type { Locale } from '@kaiku/kernel';
import { message } from '@kaiku/platform';

/** Words around outgoing mail, in the ticket's language. */
export const mailTexts = {
  replyPrefix: (locale: Locale): string => message(locale, 'mail.reply_prefix'),
  quoteIntro: (locale: Locale, at: Date, name: string): string =>
    message(locale, 'mail.quote_intro', {
      date: new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone: 'Europe/Helsinki' }).format(at),
      time: new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'Europe/Helsinki' }).format(at),
      name,
    }),
  statusLink: (locale: Locale, url: string): string => message(locale, 'mail.status_link', { url }),
  acknowledgement: (locale: Locale, params: { number: number; organisation: string }): string => message(locale, 'mail.acknowledgement', params),
};
