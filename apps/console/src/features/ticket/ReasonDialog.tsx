import { useState } from 'react';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Choices } from '../../ui/Choices';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';

const reasons = ['thanks', 'byPhone', 'duplicate', 'notForUs', 'other'] as const;
type Reason = (typeof reasons)[number];

/** A ticket closes with a reply or with a reason for none; here the reason is asked. */
export function ReasonDialog({ onClose, onSolve }: { onClose: () => void; onSolve: (reason: string) => Promise<void> }) {
  const t = useT();
  const [reason, setReason] = useState<Reason | null>(null);
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const [sending, setSending] = useState(false);
  const text = reason && reason !== 'other' ? [t(`reason.${reason}`), words.trim()].filter(Boolean).join(': ') : words.trim();
  const submit = async () => {
    if (!text) { setMissing(true); return; }
    setSending(true);
    await onSolve(text);
  };
  return (
    <Dialog
      title={t('reason.title')} onClose={onClose}
      foot={<><span /><Button onPress={onClose}>{t('action.cancel')}</Button><Button look="primary" keys="Mod+Enter" isPending={sending} onPress={() => void submit()}>{t('reason.action')}</Button></>}
    >
      <p>{t('reason.intro')}</p>
      <div onKeyDownCapture={(event) => { if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') { event.preventDefault(); void submit(); } }} style={{ display: 'contents' }}>
        <Choices label={t('reason.label')} value={reason} onChange={(next) => { setReason(next); setMissing(false); }} options={reasons.map((each) => ({ value: each, label: t(`reason.${each}`) }))} />
        <Field
          label={t('reason.words')} optional={reason && reason !== 'other' ? t('field.optional') : undefined} value={words}
          onChange={(next) => { setWords(next); setMissing(false); }} error={missing ? t('reason.missing') : null}
        />
      </div>
    </Dialog>
  );
}
