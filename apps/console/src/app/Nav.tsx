import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useRouterState, useSearch } from '@tanstack/react-router';
import { CalendarCog, ChartColumn, Inbox, MailWarning, Phone, Plus, Search, Settings, Users } from 'lucide-react';
import { keys } from '../data/entities';
import { execute } from '../data/execute';
import { ViewCountsDocument } from '../graphql/generated/graphql';
import { NoticeBell } from '../features/notices/NoticeBell';
import { useFormats } from '../i18n/formats';
import { useT } from '../i18n/intl';
import { Button } from '../ui/Button';
import { Kbd } from '../ui/Kbd';
import { CallDraftNote } from './CallDraftNote';
import { useDialogs } from './dialogs';
import s from './shell.module.css';
import { can, useSetup, useSignedIn } from './session';
import { StatusLine } from './StatusLine';
import { UserMenu } from './UserMenu';
import { viewOf, views } from './views';

export function Nav() {
  const t = useT();
  const formats = useFormats();
  const dialogs = useDialogs();
  const setup = useSetup();
  const me = useSignedIn();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const search = useSearch({ strict: false });
  const params = useParams({ strict: false });
  const { data } = useQuery({ queryKey: keys.counts, queryFn: ({ signal }) => execute(ViewCountsDocument, {}, signal), enabled: can(me, 'ticket.view') });
  const counts = new Map(data?.viewCounts.map((each) => [each.view, each]));
  const onDesk = path === '/queue' || params.number !== undefined;
  const sees = can(me, 'ticket.view');
  return (
    <>
      <nav className={s.nav} aria-label={t('nav.label')} data-pane="nav">
        <div className={s.brand}><span className={s.mark} aria-hidden="true" /><span className={s.brandName}>{setup.data?.organisation ?? 'Kaiku'}</span><NoticeBell className={s.bell} countClassName={s.bellCount} /></div>
        <div className={s.new}>
          {can(me, 'ticket.open') ? <Button keys="c" onPress={() => dialogs.show('new')}><Plus size={16} strokeWidth={1.75} aria-hidden="true" /><span>{t('nav.new')}</span></Button> : null}
          {can(me, 'call.log') ? <Button keys="p" onPress={() => dialogs.show('call')}><Phone size={16} strokeWidth={1.75} aria-hidden="true" /><span>{t('nav.call')}</span></Button> : null}
        </div>
        <button type="button" className={s.item} onClick={() => dialogs.show('palette')} aria-keyshortcuts="Control+K">
          <Search size={16} strokeWidth={1.75} aria-hidden="true" /><span className={s.itemLabel}>{t('nav.search')}</span><Kbd keys="Mod+k" />
        </button>
        {sees ? <h2 className={s.group}>{t('nav.views')}</h2> : null}
        <ul>
          {(sees ? views : []).map(({ view, slug, label, icon: Icon }) => {
            const count = counts.get(view);
            const current = onDesk && viewOf(search.view).slug === slug;
            return (
              <li key={slug}>
                <Link to="/queue" search={{ view: slug }} className={s.item} aria-current={current ? 'page' : undefined} data-pane-first={current ? '' : undefined}>
                  <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
                  <span className={s.itemLabel}>{t(label)}</span>
                  {count ? <span className={view === 'DUE_TODAY' && count.count > 0 ? `${s.count} ${s.urgent}` : s.count}>{count.capped ? '999+' : formats.number(count.count)}</span> : null}
                </Link>
              </li>
            );
          })}
        </ul>
        <h2 className={s.group}>{t('nav.desk')}</h2>
        <ul>
          {can(me, 'customer.view') ? <li><NavLink to="/customers" active={path.startsWith('/customers')} icon={Users} label={t('nav.customers')} /></li> : null}
          {can(me, 'report.view') ? <li><NavLink to="/reports/reply-times" active={path.startsWith('/reports')} icon={ChartColumn} label={t('nav.reports')} /></li> : null}
          {can(me, 'staff.manage') ? <li><NavLink to="/admin/people" active={path === '/admin/people'} icon={Settings} label={t('nav.people')} /></li> : null}
          {can(me, 'setting.view_deadlines') ? <li><NavLink to="/admin/calendars" active={/^\/admin\/(calendars|policies|reminders)/.test(path)} icon={CalendarCog} label={t('nav.deadlines')} /></li> : null}
          {can(me, 'mail.quarantine') ? <li><NavLink to="/admin/mail" active={path === '/admin/mail'} icon={MailWarning} label={t('nav.mail')} /></li> : null}
        </ul>
        <div className={s.fill} />
        <CallDraftNote className={s.item} />
        <StatusLine />
        <UserMenu />
      </nav>
      <div className={s.bottom} role="navigation" aria-label={t('nav.label')}>
        <Link to="/queue" search={{ view: search.view }} className={s.bottomItem}><Inbox size={18} strokeWidth={1.75} aria-hidden="true" />{t('nav.queue')}</Link>
        <Button look="quiet" className={s.bottomItem} onPress={() => dialogs.show('palette')}><Search size={18} strokeWidth={1.75} aria-hidden="true" />{t('nav.search')}</Button>
        <Button look="quiet" className={s.bottomItem} isDisabled={!can(me, 'ticket.open')} onPress={() => dialogs.show('new')}><Plus size={18} strokeWidth={1.75} aria-hidden="true" />{t('nav.new')}</Button>
        <Button look="quiet" className={s.bottomItem} isDisabled={!can(me, 'call.log')} onPress={() => dialogs.show('call')}><Phone size={18} strokeWidth={1.75} aria-hidden="true" />{t('nav.call')}</Button>
        <UserMenu small />
      </div>
    </>
  );
}

function NavLink({ to, active, icon: Icon, label }: { to: '/customers' | '/admin/people' | '/admin/mail' | '/admin/calendars' | '/reports/reply-times'; active: boolean; icon: typeof Users; label: string }) {
  return (
    <Link to={to} className={s.item} aria-current={active ? 'page' : undefined}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" /><span className={s.itemLabel}>{label}</span>
    </Link>
  );
}
