import { useEffect, useRef, useSyncExternalStore } from 'react';
import { settings } from '../../data/settings';
import { KeyRegistry, type Command } from './registry';

export const registry = new KeyRegistry(() => performance.now());

/** Makes a command available while the component is on screen. */
export function useCommand(command: Command): void {
  const latest = useRef(command);
  latest.current = command;
  const { id, enabled } = command;
  const keys = command.keys.join(',');
  const values = JSON.stringify(command.values ?? null);
  useEffect(
    () => registry.add({ ...latest.current, run: () => latest.current.run() }),
    [id, enabled, keys, values],
  );
}

export function useCommands(): Command[] {
  return useSyncExternalStore(registry.subscribe, registry.list);
}

/** Listens to the whole page. Called once, by the root. */
export function listenToKeys(): () => void {
  const down = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const target = event.target instanceof Element ? event.target : null;
    registry.singleKeys = settings().singleKeys;
    const place = { inField: isField(target), inOverlay: target?.closest('[role=dialog],[role=alertdialog],[role=menu],[role=listbox]') != null };
    if (registry.press(event, place)) event.preventDefault();
  };
  addEventListener('keydown', down);
  return () => removeEventListener('keydown', down);
}

function isField(target: Element | null): boolean {
  if (!target) return false;
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type);
  return target.matches('textarea, select');
}
