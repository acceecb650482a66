import en from '../../apps/console/src/i18n/en.json';
import fi from '../../apps/console/src/i18n/fi.json';
import roomsEn from '../../apps/console/src/i18n/rooms/en.json';
import roomsFi from '../../apps/console/src/i18n/rooms/fi.json';
import roomsSv from '../../apps/console/src/i18n/rooms/sv.json';
import sv from '../../apps/console/src/i18n/sv.json';

const catalogues = { fi: { ...fi, ...roomsFi }, sv: { ...sv, ...roomsSv }, en: { ...en, ...roomsEn } };
export type Locale = keyof typeof catalogues;

/** The console's own words, so that a better word does not break a journey. Only for messages without plurals. */
export function say(locale: Locale, id: keyof (typeof catalogues)['fi'], values: Record<string, string | number> = {}): string {
  return catalogues[locale][id].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
