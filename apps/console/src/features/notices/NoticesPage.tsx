import p from '../../app/page.module.css';
import { useT } from '../../i18n/intl';
import { NoticeList } from './NoticeList';

/** The list of the bell as a page: for small screens, which have no room for the bell. */
export function NoticesPage() {
  const t = useT();
  return (
    <main id="main" tabIndex={-1} className={p.page} data-pane="list" aria-label={t('notices.title')}>
      <title>{`${t('notices.title')} · Kaiku`}</title>
      <div className={p.column}><NoticeList level={1} onLeave={() => undefined} /></div>
    </main>
  );
}
