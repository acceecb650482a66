import s from './controls.module.css';

const mac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
const signs: Record<string, string> = { Mod: mac ? '⌘' : 'Ctrl', Enter: '↵', Escape: 'Esc', Shift: 'Shift', ArrowUp: '↑', ArrowDown: '↓' };

/** The words on the keys of a shortcut: "Mod+Enter" becomes "Ctrl ↵", "g q" becomes "G Q". */
export function keyWords(keys: string): string {
  return keys
    .split(' ')
    .map((press) => press.split(/\+(?!$)/).map((part) => signs[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(' '))
    .join(' ');
}

export function Kbd({ keys }: { keys: string }) {
  // Drawn by the style sheet: it is no part of the name of the button it stands in.
  return <kbd aria-hidden="true" className={s.kbd} data-keys={keyWords(keys)} />;
}
