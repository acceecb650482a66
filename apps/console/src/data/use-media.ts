import { useSyncExternalStore } from 'react';

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}

/** List and ticket side by side; the context is a fourth pane only from 1280. */
export const wide = '(min-width: 1024px)';
export const widest = '(min-width: 1280px)';
