import en from '../../apps/console/src/i18n/en.json';
import fi from '../../apps/console/src/i18n/fi.json';
import sv from '../../apps/console/src/i18n/sv.json';

const catalogues = { fi, sv, en };
export type Locale = keyof typeof catalogues;

/** The console's own words, so that a better word does not break a journey. Only for messages without plurals. */
export function say(locale: Locale, id: keyof typeof fi, values: Record<string, string | number> = {}): string {
  return catalogues[locale][id].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
