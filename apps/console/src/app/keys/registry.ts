import type { MessageId } from '../../i18n/intl';

export type Scope = 'anywhere' | 'queue' | 'ticket' | 'composer';

export interface Command {
  id: string;
  label: MessageId;
  values?: Record<string, string | number>;
  scope: Scope;
  /** Each is one way to call it: "c", "Shift+j", "Mod+k", "F6", "?" or a chord such as "g q". */
  keys: string[];
  /** Told to people instead of `keys`, where another control reads them: the letters of an open menu. */
  shownKeys?: string;
  run: () => void;
  /** Acts in text fields too, by those of its keys that type nothing. */
  inFields?: boolean;
  /** Left out of the palette: moving about, and what needs no name. */
  hidden?: boolean;
  /** False while the command would do nothing. */
  enabled?: boolean;
}

export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const chordPause = 1500;

/** "Mod" is Ctrl, or the command key of a Mac. Shift is named only for letters and named keys: "?" is "?" on every layout. */
export function nameOf(press: Press): string | null {
  // AltGr reaches the page as Ctrl+Alt and types a character: never a shortcut.
  if (press.altKey && press.ctrlKey) return null;
  const letter = press.key.length === 1;
  const isCased = letter && press.key.toLowerCase() !== press.key.toUpperCase();
  const key = letter ? press.key.toLowerCase() : press.key;
  const parts = [press.ctrlKey || press.metaKey ? 'Mod' : '', press.altKey ? 'Alt' : '', press.shiftKey && (isCased || !letter) ? 'Shift' : '', key];
  return parts.filter(Boolean).join('+');
}

export function isSingleCharacter(keys: string): boolean {
  return keys.split(' ').every((press) => press.replace(/^Shift\+/, '').length === 1);
}

/** All commands of what is on screen. The palette, the list of shortcuts and the keyboard read the same register. */
export class KeyRegistry {
  private commands: Command[] = [];
  private listeners = new Set<() => void>();
  private prefix: { name: string; at: number } | null = null;
  singleKeys = true;

  constructor(private readonly clock: () => number) {}

  add(command: Command): () => void {
    this.commands = [...this.commands, command];
    this.tell();
    return () => {
      this.commands = this.commands.filter((each) => each !== command);
      this.tell();
    };
  }

  readonly list = (): Command[] => this.commands;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Runs what the press means. True when it was taken. */
  press(press: Press, place: { inField: boolean; inOverlay: boolean }): boolean {
    const name = nameOf(press);
    if (!name || place.inOverlay) return false;
    const prefix = this.prefix && this.clock() - this.prefix.at < chordPause ? this.prefix.name : null;
    this.prefix = null;
    const usable = this.usable(place.inField);
    const hit = (prefix && find(usable, `${prefix} ${name}`)) || find(usable, name);
    if (hit) {
      hit.run();
      return true;
    }
    if (usable.some((command) => command.keys.some((keys) => keys.startsWith(`${name} `)))) {
      this.prefix = { name, at: this.clock() };
      return true;
    }
    return false;
  }

  private usable(inField: boolean): Command[] {
    return this.commands
      .filter((command) => command.enabled !== false && (!inField || command.inFields))
      .map((command) => (this.singleKeys && !inField ? command : { ...command, keys: command.keys.filter((keys) => !isSingleCharacter(keys)) }));
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}

/** The latest registered wins: what lies on top answers first. */
function find(commands: Command[], keys: string): Command | undefined {
  return commands.findLast((command) => command.keys.includes(keys));
}
