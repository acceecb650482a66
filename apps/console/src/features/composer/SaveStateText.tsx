import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import s from './composer.module.css';
import type { DraftSnapshot } from './draft-keeper';

/** Where the text is kept, always in words and never in a colour alone. */
export function SaveStateText({ draft }: { draft: DraftSnapshot }) {
  const t = useT();
  const formats = useFormats();
  const text = draft.state === 'saved' ? t('draft.saved', { time: draft.savedAt ? formats.time(draft.savedAt) : '' })
    : draft.state === 'device' ? t('draft.device')
      : draft.state === 'retrying' ? t('draft.retrying') : '';
  return <span className={s.saveState} aria-live="off">{text}</span>;
}
