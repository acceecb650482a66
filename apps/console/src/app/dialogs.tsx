import { createContext, useContext } from 'react';

export type DialogName = 'call' | 'new' | 'palette' | 'help';

export interface Dialogs {
  open: DialogName | null;
  show: (name: DialogName) => void;
  close: () => void;
}

const Context = createContext<Dialogs | null>(null);
export const DialogsProvider = Context.Provider;

/** The windows that can be opened from anywhere; one at a time. */
export function useDialogs(): Dialogs {
  const dialogs = useContext(Context);
  if (!dialogs) throw new Error('Drawn outside the shell');
  return dialogs;
}
