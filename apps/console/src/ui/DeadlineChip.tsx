import { CirclePause, Clock, TriangleAlert } from 'lucide-react';
import { useNow } from '../data/clock';
import { useFormats } from '../i18n/formats';
import { useT } from '../i18n/intl';
import { Chip } from './Chip';
import { deadlineWords } from './deadline';

const icon = { size: 12, strokeWidth: 2, 'aria-hidden': true } as const;

/** The nearest promise of a ticket, or what it waits for, else when it was last spoken of. Calm ones are plain text: colour appears when somebody must act. */
export function DeadlineChip({ dueAt, status, lastAt }: { dueAt: string | null; status: string; lastAt: string | null }) {
  const t = useT();
  const formats = useFormats();
  const now = useNow();
  if (status === 'WAITING_CUSTOMER') return <Chip tone="dashed" icon={<CirclePause {...icon} />}>{t('status.WAITING_CUSTOMER')}</Chip>;
  if (status === 'WAITING_THIRD_PARTY') return <Chip tone="dashed" icon={<CirclePause {...icon} />}>{t('status.WAITING_THIRD_PARTY')}</Chip>;
  if (!dueAt) return lastAt ? <Chip tone="plain">{formats.moment(lastAt, now)}</Chip> : null;
  const deadline = deadlineWords(dueAt, now, t, formats);
  if (deadline.state === 'late') return <Chip tone="late" icon={<TriangleAlert {...icon} />} label={deadline.sentence}>{deadline.short}</Chip>;
  if (deadline.state === 'soon') return <Chip tone="warn" icon={<Clock {...icon} />} label={deadline.sentence}>{deadline.short}</Chip>;
  return <Chip tone="plain" label={deadline.sentence}>{deadline.short}</Chip>;
}
