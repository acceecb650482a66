import { Check, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import s from './controls.module.css';

const icons = { danger: TriangleAlert, warn: TriangleAlert, info: Info, ok: Check };

/** A sentence that stands where it happened, with what can be done about it. Errors are announced at once. */
export function Notice({ tone, children, actions, reference }: { tone: keyof typeof icons; children: ReactNode; actions?: ReactNode; reference?: string }) {
  const Icon = icons[tone];
  return (
    <div className={s.notice} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      <div className={s.noticeBody}>
        <span>{children}</span>
        {reference ? <span className={s.ref}>{reference}</span> : null}
        {actions}
      </div>
    </div>
  );
}
