import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl';
import { LOCALES, type Locale, type ProblemParams } from '@kaiku/kernel';

type Catalogue = Record<Locale, Record<string, string>>;
const catalogues = new Map<string, Catalogue>();
const cache = createIntlCache();
let intl = new Map<Locale, IntlShape<string>>();

/** Adds a library's catalogue; called once when the library is loaded. Keys are unique over all libraries. */
export function registerMessages(library: string, catalogue: Catalogue): void {
  catalogues.set(library, catalogue);
  intl = new Map();
}

export const messageCatalogues = (): ReadonlyMap<string, Catalogue> => catalogues;

function intlFor(locale: Locale): IntlShape<string> {
  let shape = intl.get(locale);
  if (!shape) {
    const messages = Object.assign({}, ...[...catalogues.values()].map((c) => c[locale])) as Record<string, string>;
    shape = createIntl({ locale, messages, onError: () => undefined }, cache);
    intl.set(locale, shape);
  }
  return shape;
}

/** The sentence in the reader's language. A missing key gives the key itself, which the architecture suite forbids. */
export const message = (locale: Locale, key: string, params: ProblemParams = {}): string => intlFor(locale).formatMessage({ id: key, defaultMessage: key }, params as Record<string, string>);

/** Where each language is read: Swedish as in Finland, English dates and clocks as in Europe. */
export const REGIONS: Readonly<Record<Locale, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** Best of our three languages for an Accept-Language header. */
export function localeFrom(header: string | undefined, fallback: Locale): Locale {
  const wanted = (header ?? '').split(',').map((part) => {
    const [tag = '', q = 'q=1'] = part.trim().split(';');
    return { tag: tag.toLowerCase().slice(0, 2), q: Number(q.replace(/^\s*q=/, '')) || 0 };
  });
  wanted.sort((a, b) => b.q - a.q);
  return wanted.map((w) => w.tag as Locale).find((tag) => LOCALES.includes(tag)) ?? fallback;
}
