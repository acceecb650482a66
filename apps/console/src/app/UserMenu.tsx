import { CircleUser } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { DialogTrigger, Popover } from 'react-aria-components';
import { useT } from '../i18n/intl';
import { Button } from '../ui/Button';
import o from '../ui/overlays.module.css';
import { LoadBoundary } from './LoadBoundary';
import s from './shell.module.css';
import { useSignedIn } from './session';

const UserSettings = lazy(async () => ({ default: (await import('./UserSettings')).UserSettings }));

export function UserMenu({ small }: { small?: boolean }) {
  const t = useT();
  const me = useSignedIn();
  const initials = me.name.split(/\s+/).map((part) => part[0] ?? '').slice(0, 2).join('').toUpperCase();
  return (
    <DialogTrigger>
      {small
        ? <Button look="quiet" className={s.bottomItem}><CircleUser size={18} strokeWidth={1.75} aria-hidden="true" />{t('nav.me')}</Button>
        : <Button look="quiet" className={s.me}><span className={s.avatar} aria-hidden="true">{initials}</span><span className={s.meName}>{me.name}</span></Button>}
      <Popover className={o.popover} placement="top start" offset={6} aria-label={t('me.settings')}>
        <div className={o.pop}><LoadBoundary onClose={() => undefined}><Suspense><UserSettings /></Suspense></LoadBoundary></div>
      </Popover>
    </DialogTrigger>
  );
}
