import { useBlocker } from '@tanstack/react-router';
import { useRef } from 'react';
import { useT } from '../i18n/intl';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';

/** Asks before changes are left behind; closing the tab asks in the browser's own words. `pass()` lets the next step through, after saving. */
export function useUnsavedGuard(dirty: boolean) {
  const passing = useRef(false);
  const blocker = useBlocker({ shouldBlockFn: ({ current, next }) => dirty && !passing.current && current.pathname !== next.pathname, enableBeforeUnload: () => dirty && !passing.current, withResolver: true });
  const t = useT();
  return {
    pass: () => { passing.current = true; },
    guard: blocker.status === 'blocked' ? (
      <Dialog
        role="alertdialog" title={t('unsaved.title')} onClose={blocker.reset}
        foot={<><span /><Button onPress={blocker.proceed}>{t('unsaved.leave')}</Button><Button look="primary" autoFocus onPress={blocker.reset}>{t('unsaved.stay')}</Button></>}
      ><p>{t('unsaved.says')}</p></Dialog>
    ) : null,
  };
}
