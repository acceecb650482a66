import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { LinkState } from '../data/desk-events';
import { useFormats } from '../i18n/formats';
import { useT, type MessageId } from '../i18n/intl';
import { useLinkState } from './live';
import { useSetup } from './session';
import s from './shell.module.css';

const words: Partial<Record<LinkState, MessageId>> = {
  reconnecting: 'status.reconnecting', offline: 'status.offline', polling: 'status.polling', catching_up: 'status.catchingUp',
};
const patience = 1500;

/** Silent while all is well. A blink of the network is not worth a word, so it waits a moment before speaking. */
export function StatusLine() {
  const t = useT();
  const formats = useFormats();
  const { state, since } = useLinkState();
  const { data } = useSetup();
  const [shown, setShown] = useState<LinkState | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setShown(words[state] ? state : null), words[state] ? patience : 0);
    return () => clearTimeout(timer);
  }, [state]);
  const id = shown ? words[shown] : undefined;
  return (
    <div role="status">
      {id ? <p className={s.status}><CloudOff size={16} strokeWidth={1.75} aria-hidden="true" /><span>{t(id, { time: formats.time(new Date(since).toISOString()) })}</span></p> : null}
      {data?.outboundPaused ? <p className={s.status}><CloudOff size={16} strokeWidth={1.75} aria-hidden="true" /><span>{t('status.outboundPaused')}</span></p> : null}
    </div>
  );
}
