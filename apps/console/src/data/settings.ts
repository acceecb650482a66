import { useSyncExternalStore } from 'react';

/** What this person likes on this device. No personal data, so plain local storage is right. */
export interface Settings {
  theme: 'system' | 'light' | 'dark';
  density: 'comfortable' | 'compact';
  singleKeys: boolean;
  sendAction: 'KEEP' | 'WAITING_CUSTOMER' | 'SOLVED';
  listWidth: number;
  asideWidth: number;
  asideOpen: boolean;
}

const defaults: Settings = { theme: 'system', density: 'comfortable', singleKeys: true, sendAction: 'WAITING_CUSTOMER', listWidth: 384, asideWidth: 312, asideOpen: true };
const storageKey = 'kaiku.settings';
const listeners = new Set<() => void>();
let current = read();

function read(): Settings {
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Settings>) };
  } catch {
    return defaults;
  }
}

export function settings(): Settings {
  return current;
}

export function changeSettings(changes: Partial<Settings>): void {
  current = { ...current, ...changes };
  try { localStorage.setItem(storageKey, JSON.stringify(current)); } catch { /* a full or forbidden store only means it is not remembered */ }
  applyTheme();
  listeners.forEach((listener) => listener());
}

export function useSettings(): Settings {
  return useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, settings);
}

/** Colours follow the choice, or the system where that is the choice. */
export function applyTheme(): void {
  const dark = current.theme === 'dark' || (current.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

export function watchSystemTheme(): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', applyTheme);
  applyTheme();
}
