import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import p from '../../app/page.module.css';
import { useT } from '../../i18n/intl';
import s from './deadlines.module.css';

const rooms = [
  { to: '/admin/calendars', label: 'rooms.calendars' }, { to: '/admin/policies', label: 'rooms.policies' }, { to: '/admin/reminders', label: 'rooms.reminders' },
] as const;

/** The rooms in which promises are made: calendars, policies and reminder plans. */
export function DeadlineRooms({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const t = useT();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <main id="main" tabIndex={-1} className={p.page} data-pane="list" aria-label={title}>
      <title>{`${title} · Kaiku`}</title>
      <div className={p.column}>
        <nav className={s.rooms} aria-label={t('rooms.label')}>
          {rooms.map(({ to, label }) => <Link key={to} to={to} className={s.room} aria-current={path.startsWith(to) ? 'page' : undefined}>{t(label)}</Link>)}
        </nav>
        <div className={p.titleRow}><h1 className={`${p.h1} ${p.grow}`}>{title}</h1>{aside}</div>
        {children}
      </div>
    </main>
  );
}
