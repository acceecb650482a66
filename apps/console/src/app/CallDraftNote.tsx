import { PhoneMissed } from 'lucide-react';
import { useEffect } from 'react';
import { hasWords, loadCallDraft, useCallDraft } from '../features/calls/call-draft';
import { useFormats } from '../i18n/formats';
import { useT } from '../i18n/intl';
import { useDialogs } from './dialogs';

/** A call that was closed before it was saved waits here. */
export function CallDraftNote({ className }: { className?: string }) {
  const t = useT();
  const formats = useFormats();
  const dialogs = useDialogs();
  const draft = useCallDraft();
  useEffect(() => void loadCallDraft(), []);
  if (!draft || !hasWords(draft) || dialogs.open === 'call') return null;
  return (
    <button type="button" className={className} onClick={() => dialogs.show('call')}>
      <PhoneMissed size={16} strokeWidth={1.75} aria-hidden="true" /><span>{t('call.draft', { time: formats.time(draft.startedAt) })}</span>
    </button>
  );
}
