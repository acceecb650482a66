import { useLayoutEffect } from 'react';
import type { DialogName } from './dialogs';

/** Dialogs that begin in a field of their own. */
const BEGINS_IN_FIELD: ReadonlySet<DialogName> = new Set<DialogName>(['palette', 'call', 'new']);

const fieldOfDialog = (): boolean => {
  const at = document.activeElement;
  return (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) && at.closest('[role="dialog"]') !== null;
};

/**
 * Hands who types "P" and a number at once do not wait for a window to be drawn: what is typed meanwhile is kept, runs no
 * command, and goes into the window's first field.
 */
export function useTypeAhead(open: DialogName | null): void {
  useLayoutEffect(() => {
    if (open === null || !BEGINS_IN_FIELD.has(open) || fieldOfDialog()) return;
    let typed = '';
    const stop = () => {
      window.removeEventListener('keydown', onKey, true);
      document.removeEventListener('focusin', onFocus);
    };
    const handOver = () => {
      if (!fieldOfDialog()) return;
      stop();
      // The one way that fields of every kind take as typing, undo included.
      if (typed) document.execCommand('insertText', false, typed);
    };
    const onFocus = () => queueMicrotask(handOver);
    const onKey = (event: KeyboardEvent) => {
      if (fieldOfDialog() || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
      typed += event.key;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', onKey, true);
    document.addEventListener('focusin', onFocus);
    return stop;
  }, [open]);
}
