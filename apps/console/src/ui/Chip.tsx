import type { ReactNode } from 'react';
import s from './controls.module.css';
import { cx } from './cx';

export type ChipTone = 'neutral' | 'complaint' | 'warn' | 'late' | 'dangerTint' | 'info' | 'ok' | 'dashed' | 'plain';

export function Chip({ tone = 'neutral', icon, children, label }: { tone?: ChipTone; icon?: ReactNode; children: ReactNode; label?: string }) {
  return (
    <span className={cx(s.chip, s[tone])}>
      {icon}
      {label ? <><span aria-hidden="true">{children}</span><span className="sr">{label}</span></> : <span>{children}</span>}
    </span>
  );
}
