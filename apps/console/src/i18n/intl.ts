import { useCallback, useSyncExternalStore } from 'react';
import { useIntl, type MessageFormatElement } from 'react-intl';
import type { Locale } from '../graphql/generated/graphql';
import type en from './en.json';
import type rooms from './rooms/en.json';

/** A message that does not exist in the master catalogue does not compile. */
export type MessageId = keyof typeof en | keyof typeof rooms;
export type Values = Record<string, string | number | Date | null | undefined>;
export type Translate = (id: MessageId, values?: Values) => string;

/** Each by its own name, for whoever chooses the language of the screen. */
export const locales: { id: Locale; name: string }[] = [
  { id: 'fi', name: 'Suomi' },
  { id: 'sv', name: 'Svenska' },
  { id: 'en', name: 'English' },
];

/** English dates and clocks as in Europe: day before month, 24 hours. */
export const regions: Record<Locale, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** Plain text, or what the build has parsed. */
type Messages = Record<string, string> | Record<string, MessageFormatElement[]>;

const storageKey = 'kaiku.locale';
const loaders: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import('./en.json'),
  fi: () => import('./fi.json'),
  sv: () => import('./sv.json'),
};

/** Words of parts that are fetched when they are needed: they come with the part. */
const roomLoaders: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import('./rooms/en.json'),
  fi: () => import('./rooms/fi.json'),
  sv: () => import('./rooms/sv.json'),
};
let inRooms = false;

let current: { locale: Locale; messages: Messages } = { locale: 'en', messages: {} };
const listeners = new Set<() => void>();

export function firstLocale(): Locale {
  let wished: (string | null)[] = [...navigator.languages];
  try { wished = [localStorage.getItem(storageKey), ...wished]; } catch { /* without a store the browser's languages decide */ }
  return wished.map((tag) => locales.find((locale) => tag?.toLowerCase().startsWith(locale.id))?.id).find(Boolean) ?? 'en';
}

export async function loadLocale(locale: Locale): Promise<void> {
  const [first, more] = await Promise.all([loaders[locale](), inRooms ? roomLoaders[locale]() : null]);
  current = { locale, messages: together(first.default, more?.default) };
  document.documentElement.lang = locale;
  try { localStorage.setItem(storageKey, locale); } catch { /* not remembered, nothing else */ }
  listeners.forEach((listener) => listener());
}

const together = (first: Messages, more: Messages = {}): Messages => ({ ...first, ...more }) as Messages;

/** Brings the words of the rooms along, in whatever language the screen has by then. */
export async function loadRooms(): Promise<void> {
  if (inRooms) return;
  const { locale } = current;
  const more = (await roomLoaders[locale]()).default;
  inRooms = true;
  if (current.locale !== locale) return loadLocale(current.locale);
  current = { locale, messages: together(current.messages, more) };
  listeners.forEach((listener) => listener());
}

/** A part of the console that is fetched when it is needed, and its words. */
export const withRooms = <T,>(part: Promise<T>): Promise<T> => Promise.all([part, loadRooms()]).then(([module]) => module);

export function useLocaleState(): typeof current {
  return useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => current);
}

export function useLocaleId(): Locale {
  return useLocaleState().locale;
}

export function useT(): Translate {
  const intl = useIntl();
  return useCallback((id, values) => {
    const message = intl.messages[id];
    // A message without anything to fill in is itself; the build leaves such ones as plain text.
    if (typeof message === 'string' && !/[{}<'#]/.test(message)) return message;
    return intl.formatMessage({ id }, values);
  }, [intl]);
}

export const isLocale = (value: unknown): value is Locale => locales.some((each) => each.id === value);

/** A language as the screen's language calls it. */
export const languageWord = (id: Locale, t: Translate): string => t(`language.${id}`);

/** The languages to choose from for somebody else: by their names in the screen's language. */
export function useLanguageOptions(): { value: Locale; label: string }[] {
  const t = useT();
  return locales.map(({ id }) => ({ value: id, label: languageWord(id, t) }));
}
