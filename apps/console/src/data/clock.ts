import { useSyncExternalStore } from 'react';

/**
 * Business time as the server has it. The desk's clock may run ahead of the computer's (a demo that was moved to tomorrow),
 * and a computer's clock may simply be wrong; deadlines are shown against the server's.
 */
let offset = 0;
const period = 15_000;
let ticking: ReturnType<typeof setTimeout> | undefined;
let tick = 0;
const listeners = new Set<() => void>();

export function setServerNow(iso: string): void {
  offset = Date.parse(iso) - Date.now();
  listeners.forEach((listener) => listener());
}

/** Milliseconds since 1970, business time. */
export function businessNow(): number {
  return Date.now() + offset;
}

/**
 * One ticker for everything on the page that counts time, every 15 s on the quarters of a business minute, so that all of the
 * page changes at once. At rest while the page is hidden; whoever comes back sees the present at once.
 */
function schedule(): void {
  ticking = document.hidden ? undefined : setTimeout(beat, period - (businessNow() % period));
}

function beat(): void {
  clearTimeout(ticking);
  tick += 1;
  listeners.forEach((each) => each());
  schedule();
}

const onVisibility = (): void => { if (document.hidden) clearTimeout(ticking); else beat(); };

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    document.addEventListener('visibilitychange', onVisibility);
    schedule();
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener('visibilitychange', onVisibility);
    clearTimeout(ticking);
  };
}

/** Business time now, in milliseconds; the component is drawn again every 15 seconds. */
export function useNow(): number {
  useSyncExternalStore(subscribe, () => tick + offset);
  return businessNow();
}
