import { useSyncExternalStore } from 'react';

/**
 * Business time as the server has it. The desk's clock may run ahead of the computer's (a demo that was moved to tomorrow),
 * and a computer's clock may simply be wrong; deadlines are shown against the server's.
 */
let offset = 0;
let ticking: ReturnType<typeof setInterval> | undefined;
let tick = Math.floor(Date.now() / 15_000);
const listeners = new Set<() => void>();

export function setServerNow(iso: string): void {
  offset = Date.parse(iso) - Date.now();
  listeners.forEach((listener) => listener());
}

/** Milliseconds since 1970, business time. */
export function businessNow(): number {
  return Date.now() + offset;
}

/** One ticker for everything on the page that counts time, every 15 s, at rest while the page is hidden. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  ticking ??= setInterval(() => {
    if (document.hidden) return;
    tick = Math.floor(Date.now() / 15_000);
    listeners.forEach((each) => each());
  }, 15_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) { clearInterval(ticking); ticking = undefined; }
  };
}

/** Business time now; the component is drawn again every 15 seconds. */
export function useNow(): number {
  useSyncExternalStore(subscribe, () => tick + offset);
  return businessNow();
}
