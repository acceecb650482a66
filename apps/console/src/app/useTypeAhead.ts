import { useLayoutEffect } from 'react';
import type { DialogName } from './dialogs';

/** Dialogs that begin in a field of their own. */
const BEGINS_IN_FIELD: ReadonlySet<DialogName> = new Set<DialogName>(['palette', 'call', 'new']);

const isText = (at: Element | null): at is HTMLInputElement | HTMLTextAreaElement => (at instanceof HTMLInputElement && at.type !== 'radio' && at.type !== 'checkbox') || at instanceof HTMLTextAreaElement;
const fieldOfDialog = (): boolean => isText(document.activeElement) && document.activeElement.closest('[role="dialog"]') !== null;

/** What a press would have done had the window been there: a letter goes into the field, any other into whatever has the focus. */
function press(key: string): void {
  const at = document.activeElement;
  // The one way that fields of every kind take as typing, undo included.
  if (key.length === 1 && isText(at)) document.execCommand('insertText', false, key);
  else for (const type of ['keydown', 'keyup']) at?.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
}

/**
 * Hands who type "P", a number and Enter at once do not wait for a window to be drawn: what is typed meanwhile is kept, runs no
 * command, and goes into the window in its order.
 */
export function useTypeAhead(open: DialogName | null): void {
  useLayoutEffect(() => {
    if (open === null || !BEGINS_IN_FIELD.has(open) || fieldOfDialog()) return;
    const typed: string[] = [];
    let handing = false;
    const stop = () => {
      window.removeEventListener('keydown', onKey, true);
      document.removeEventListener('focusin', onFocus);
    };
    const handOver = () => {
      const key = typed.shift();
      if (key === undefined) return stop();
      press(key);
      // Each press finds the window as the one before has left it.
      setTimeout(handOver);
    };
    const onFocus = () => queueMicrotask(() => {
      if (handing || !fieldOfDialog()) return;
      handing = true;
      handOver();
    });
    const onKey = (event: KeyboardEvent) => {
      if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey || (event.key.length !== 1 && event.key !== 'Enter')) return;
      if (!handing && fieldOfDialog()) return;
      typed.push(event.key);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', onKey, true);
    document.addEventListener('focusin', onFocus);
    return stop;
  }, [open]);
}
