import { ChevronDown } from 'lucide-react';
import type { ReplyThenStatus } from '../../graphql/generated/graphql';
import { useT, type MessageId } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { MenuButton } from '../../ui/MenuButton';
import s from './composer.module.css';

const actions: ReplyThenStatus[] = ['KEEP', 'WAITING_CUSTOMER', 'SOLVED'];
const labels: Record<ReplyThenStatus, MessageId> = { KEEP: 'send.KEEP', WAITING_CUSTOMER: 'send.WAITING_CUSTOMER', SOLVED: 'send.SOLVED' };

/** One button that does the usual thing, and beside it the others. What was chosen last is the usual thing next time. */
export function SendButton({ action, disabled, busy, onSend, onChoose }: {
  action: ReplyThenStatus; disabled: boolean; busy: boolean; onSend: (action: ReplyThenStatus) => void; onChoose: (action: ReplyThenStatus) => void;
}) {
  const t = useT();
  return (
    <div className={s.split}>
      <Button look="primary" keys="Mod+Enter" isDisabled={disabled} isPending={busy} onPress={() => onSend(action)}>{t(labels[action])}</Button>
      <MenuButton
        label={t('send.more')} button={{ look: 'primary', icon: true, isDisabled: disabled }} placement="top end" selected={action}
        entries={actions.map((each) => ({ id: each, label: t(labels[each]) }))}
        onPick={(id) => { const next = actions.find((each) => each === id); if (next) { onChoose(next); onSend(next); } }}
      ><ChevronDown size={16} strokeWidth={1.75} aria-hidden="true" /></MenuButton>
    </div>
  );
}
