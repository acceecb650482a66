import { CirclePause, Clock, Moon, Scale, TriangleAlert } from 'lucide-react';
import { useNow } from '../data/clock';
import { useFormats } from '../i18n/formats';
import { useT } from '../i18n/intl';
import { Chip, type ChipTone } from './Chip';
import type { ClockFacts, ClockLook } from './clock-state';
import { chipWords } from './clock-words';

const icon = { size: 12, strokeWidth: 2, 'aria-hidden': true } as const;
const tones: Partial<Record<ClockLook, ChipTone>> = { late: 'late', soon: 'warn', error: 'dangerTint' };

function iconOf(look: ClockLook, legal: boolean) {
  if (look === 'late' || look === 'error') return <TriangleAlert {...icon} />;
  if (look === 'soon') return <Clock {...icon} />;
  if (look === 'closed') return <Moon {...icon} />;
  return legal ? <Scale {...icon} /> : undefined;
}

/** The nearest promise of a ticket, else what it waits for, else when it was last spoken of. Calm ones are plain text: colour appears when somebody must act. */
export function DeadlineChip({ deadline, status, lastAt }: { deadline: ClockFacts | null; status: string; lastAt: string | null }) {
  const t = useT();
  const formats = useFormats();
  const now = useNow();
  const words = deadline ? chipWords(deadline, now, t, formats) : null;
  if (deadline && words) {
    return <Chip tone={tones[words.look] ?? 'plain'} icon={iconOf(words.look, deadline.metric === 'STATUTORY')} label={words.sentence}>{words.text}</Chip>;
  }
  if (status === 'WAITING_CUSTOMER') return <Chip tone="dashed" icon={<CirclePause {...icon} />}>{t('status.WAITING_CUSTOMER')}</Chip>;
  if (status === 'WAITING_THIRD_PARTY') return <Chip tone="dashed" icon={<CirclePause {...icon} />}>{t('status.WAITING_THIRD_PARTY')}</Chip>;
  return lastAt ? <Chip tone="plain">{formats.moment(lastAt, now)}</Chip> : null;
}
