import { useState } from 'react';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Check } from '../../ui/Check';
import { Choices } from '../../ui/Choices';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';

const reasons = ['thanks', 'byPhone', 'duplicate', 'notForUs', 'other'] as const;
type Reason = (typeof reasons)[number];

/**
 * A ticket closes with a reply or with a reason for none; here the reason is asked. While somebody waits for a reply, the same reason
 * stops only that clock, and solving is a choice beside it.
 */
export function ReasonDialog({ awaited, thanks, onClose, onDone }: {
  awaited: boolean;
  /** The customer wrote after it was solved: most often that is thanks, and the ticket is solved again. */
  thanks: boolean;
  onClose: () => void; onDone: (reason: string, solve: boolean) => Promise<void>;
}) {
  const t = useT();
  const [reason, setReason] = useState<Reason | null>(thanks ? 'thanks' : null);
  const [words, setWords] = useState('');
  const [solve, setSolve] = useState(thanks || !awaited);
  const [missing, setMissing] = useState(false);
  const [sending, setSending] = useState(false);
  const text = reason && reason !== 'other' ? [t(`reason.${reason}`), words.trim()].filter(Boolean).join(': ') : words.trim();
  const submit = async () => {
    if (!text) { setMissing(true); return; }
    setSending(true);
    await onDone(text, solve);
  };
  return (
    <Dialog
      title={t('reason.title')} onClose={onClose}
      foot={<><span /><Button onPress={onClose}>{t('action.cancel')}</Button><Button look="primary" keys="Mod+Enter" isPending={sending} onPress={() => void submit()}>{solve ? t('reason.action') : t('reason.stop')}</Button></>}
    >
      <p>{awaited ? t('reason.waiveIntro') : t('reason.intro')}</p>
      <div onKeyDownCapture={(event) => { if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') { event.preventDefault(); void submit(); } }} style={{ display: 'contents' }}>
        <Choices autoFocus label={t('reason.label')} value={reason} onChange={(next) => { setReason(next); setMissing(false); }} options={reasons.map((each) => ({ value: each, label: t(`reason.${each}`) }))} />
        <Field
          label={t('reason.words')} optional={reason && reason !== 'other' ? t('field.optional') : undefined} value={words}
          onChange={(next) => { setWords(next); setMissing(false); }} error={missing ? t('reason.missing') : null}
        />
        {awaited ? <Check selected={solve} onChange={setSolve}>{t('reason.solveToo')}</Check> : null}
      </div>
    </Dialog>
  );
}
