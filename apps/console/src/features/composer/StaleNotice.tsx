import { useEffect, useRef } from 'react';
import { useNow } from '../../data/clock';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import s from './composer.module.css';
import type { Newer } from './useSend';

/** Somebody wrote while this reply was being written. Nothing has been sent; going on is the default. */
export function StaleNotice({ newer, onKeep, onSendAnyway, focusKeep }: { newer: Newer[]; onKeep: () => void; onSendAnyway: () => void; focusKeep: boolean }) {
  const t = useT();
  const formats = useFormats();
  const now = useNow();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => { if (focusKeep) keep.current?.focus(); }, [focusKeep]);
  const last = newer.at(-1);
  if (!last) return null;
  return (
    <div className={s.notice}>
      <Notice
        tone="warn"
        actions={<>
          <Button ref={keep} look="link" onPress={onKeep}>{t('stale.keep')}</Button>
          <Button look="link" onPress={onSendAnyway}>{t('stale.sendAnyway')}</Button>
        </>}
      >
        {t('stale.says', { name: last.name, when: formats.ago(last.at, now) })} {focusKeep ? t('stale.nothingSent') : null}
      </Notice>
    </div>
  );
}
