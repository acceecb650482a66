import { Bell } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { DialogTrigger, Popover } from 'react-aria-components';
import { LoadBoundary } from '../../app/LoadBoundary';
import { useCommand } from '../../app/keys/useCommand';
import { businessNow } from '../../data/clock';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import o from '../../ui/overlays.module.css';
import { countWords, noticeWords } from './notice-words';
import { useUnread } from './unread';

const NoticeList = lazy(async () => ({ default: (await import('./NoticeList')).NoticeList }));

/** How many notices are unread, and their list. What comes while somebody works is said once, politely. */
export function NoticeBell({ className, countClassName }: { className?: string; countClassName?: string }) {
  const t = useT();
  const formats = useFormats();
  const { count, newest } = useUnread();
  const [open, setOpen] = useState(false);
  useCommand({ id: 'notices', label: 'command.notices', scope: 'anywhere', keys: ['g n'], run: () => setOpen(true) });
  const known = useRef<string | null | undefined>(undefined);
  useEffect(() => {
    if (newest && known.current !== undefined && known.current !== newest.id) announce(noticeWords(newest, businessNow(), t, formats));
    if (newest || count === 0) known.current = newest?.id ?? null;
  }, [newest, count, t, formats]);
  const label = count === 0 ? t('notices.title') : t('notices.label', { count: countWords(count, formats) });
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button look="quiet" icon className={className} aria-label={label}>
        <Bell size={16} strokeWidth={1.75} aria-hidden="true" />
        {count > 0 ? <span className={countClassName} aria-hidden="true">{countWords(count, formats)}</span> : null}
      </Button>
      <Popover className={o.popover} placement="bottom start" offset={6} style={{ width: 340 }} aria-label={t('notices.title')}>
        <div className={o.pop}>
          <LoadBoundary onClose={() => setOpen(false)}><Suspense><NoticeList onLeave={() => setOpen(false)} /></Suspense></LoadBoundary>
        </div>
      </Popover>
    </DialogTrigger>
  );
}
