import { useT, type MessageId, type Translate } from '../i18n/intl';
import s from './controls.module.css';

const mac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
/** What is printed on keys everywhere. */
const signs: Record<string, string> = { Mod: mac ? '⌘' : 'Ctrl', Enter: '↵', ArrowUp: '↑', ArrowDown: '↓', ...(mac ? { Alt: '⌥', Shift: '⇧' } : {}) };
const names: Record<string, MessageId> = { Escape: 'key.Escape', Shift: 'key.Shift', Alt: 'key.Alt', ArrowUp: 'key.ArrowUp', ArrowDown: 'key.ArrowDown' };

function words(keys: string, t: Translate, spoken: boolean): string[] {
  return keys.split(' ').map((press) => press.split(/\+(?!$)/).map((part) => {
    const name = names[part];
    return (!spoken && signs[part]) || (name ? t(name) : part === 'Mod' ? (mac ? 'Command' : 'Ctrl') : part.length === 1 ? part.toUpperCase() : part);
  }).join(' '));
}

/** The words on the keys of a shortcut: "Mod+Enter" becomes "Ctrl ↵", "g q" becomes "G Q". */
export const keyWords = (keys: string, t: Translate): string => words(keys, t, false).join(' ');

/** The same for ears: "Ctrl Enter", "G then Q". */
export const spokenKeys = (keys: string, t: Translate): string => words(keys, t, true).join(` ${t('key.then')} `);

export function Kbd({ keys }: { keys: string }) {
  const t = useT();
  // Drawn by the style sheet: it is no part of the name of the button it stands in.
  return <kbd aria-hidden="true" className={s.kbd} data-keys={keyWords(keys, t)} />;
}
