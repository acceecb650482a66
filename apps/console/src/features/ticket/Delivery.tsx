import { Check, CheckCheck, CircleAlert, Clock, Send } from 'lucide-react';
import { useEffect, useState } from 'react';
import { businessNow } from '../../data/clock';
import type { DeliveryState } from '../../graphql/generated/graphql';
import { useCommand } from '../../app/keys/useCommand';
import { useT } from '../../i18n/intl';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import s from './ticket.module.css';
import type { EntryActions } from './Timeline';

const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;
const icons = { WAITING: Clock, QUEUED: Clock, SENDING: Send, SENT: Check, DELIVERED: CheckCheck, BOUNCED: CircleAlert, FAILED: CircleAlert, UNKNOWN: CircleAlert, UNDONE: Clock };

/** Where our message is, in words: waiting with an undo, on its way, there, or come back. */
export function Delivery({ entryId, state, detail, undoUntil, text, actions }: {
  entryId: string; state: DeliveryState; detail: string | null; undoUntil: string | null; at: string; text: string; actions: EntryActions;
}) {
  const t = useT();
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const left = useSecondsUntil(state === 'WAITING' ? undoUntil : null);
  const canUndo = state === 'WAITING' && left > 0;
  const act = async (what: (id: string) => Promise<string | null>) => {
    setBusy(true);
    setSaid(await what(entryId));
    setBusy(false);
  };
  useCommand({ id: `undo.${entryId}`, label: 'command.undoSend', scope: 'ticket', keys: ['z'], enabled: canUndo, run: () => void act(actions.onUndo) });
  const Icon = icons[state];
  const bad = state === 'BOUNCED' || state === 'FAILED' || state === 'UNKNOWN';
  return (
    <p className={cx(s.delivery, bad && s.bad)}>
      <Icon {...icon} />
      <span>{canUndo ? t('delivery.sendingIn', { seconds: left }) : t(`delivery.${state}`)}{detail ? ` · ${detail}` : ''}</span>
      {canUndo ? <Button look="link" isPending={busy} keys="z" onPress={() => void act(actions.onUndo)}>{t('delivery.undo')}</Button> : null}
      {state === 'FAILED' || state === 'UNKNOWN' ? <Button look="link" isPending={busy} onPress={() => void act(actions.onResend)}>{t('delivery.resend')}</Button> : null}
      {bad ? <Button look="link" onPress={() => void navigator.clipboard.writeText(text).then(() => announce(t('delivery.copied')))}>{t('delivery.copy')}</Button> : null}
      {said ? <span role="alert">{said}</span> : null}
    </p>
  );
}

/** Whole seconds that remain; the component is drawn again each second while some do. */
function useSecondsUntil(until: string | null): number {
  const end = until ? Date.parse(until) : 0;
  const [now, setNow] = useState(businessNow);
  useEffect(() => {
    if (!until) return;
    const timer = setInterval(() => { setNow(businessNow()); if (businessNow() > end) clearInterval(timer); }, 500);
    return () => clearInterval(timer);
  }, [until, end]);
  return Math.max(0, Math.ceil((end - now) / 1000));
}
