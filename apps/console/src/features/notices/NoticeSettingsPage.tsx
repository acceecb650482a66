import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import p from '../../app/page.module.css';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { NoticeSettingsDocument, SetNoticePreferenceDocument, type NoticeCause, type NoticeChannel, type NoticeSettingsQuery } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { Check } from '../../ui/Check';
import { Notice } from '../../ui/Notice';
import s from './notices.module.css';
import { PushSetting } from './PushSetting';
import { QuietHours } from './QuietHours';

const key = ['noticeSettings'];
const causes: NoticeCause[] = ['ASSIGNED', 'MENTIONED', 'CUSTOMER_REPLIED', 'DEADLINE_WARN', 'DEADLINE_LATE', 'DEADLINE_ESCALATED', 'DIGEST'];
const channels: NoticeChannel[] = ['IN_APP', 'MAIL', 'PUSH'];

/** What one is told of, by which way, and when not. */
export function NoticeSettingsPage() {
  const t = useT();
  const query = useQuery({ queryKey: key, staleTime: 0, queryFn: ({ signal }) => execute(NoticeSettingsDocument, {}, signal) });
  return (
    <main id="main" tabIndex={-1} className={p.page} data-pane="list" aria-label={t('notices.settings')}>
      <title>{`${t('notices.settings')} · Kaiku`}</title>
      <div className={p.column}>
        <h1 className={p.h1}>{t('notices.settings')}</h1>
        {query.isError ? <Failure error={query.error} what={t('notices.settings')} onRetry={() => void query.refetch()} /> : null}
        {query.isPending ? <p className={p.muted} role="status">{t('rooms.loading')}</p> : null}
        {query.data ? <>
          <Preferences list={query.data.noticePreferences} />
          <QuietHours hours={query.data.quietHours} onSaved={() => void query.refetch()} />
          <PushSetting pushKey={query.data.pushKey} />
        </> : null}
      </div>
    </main>
  );
}

function Preferences({ list }: { list: NoticeSettingsQuery['noticePreferences'] }) {
  const t = useT();
  const client = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const put = (cause: NoticeCause, channel: NoticeChannel, on: boolean) => client.setQueryData<NoticeSettingsQuery>(key, (old) => old && { ...old, noticePreferences: old.noticePreferences.map((each) => (each.cause === cause && each.channel === channel ? { ...each, on } : each)) });
  const save = useMutation({
    mutationFn: (input: { cause: NoticeCause; channel: NoticeChannel; on: boolean }) => execute(SetNoticePreferenceDocument, { input }),
    onMutate: ({ cause, channel, on }) => { setProblem(null); put(cause, channel, on); },
    onSuccess: ({ setNoticePreference }, { cause, channel, on }) => match(setNoticePreference, {
      NoticePreference: (now) => { put(now.cause, now.channel, now.on); },
      InvalidInput: ({ message, fields }) => { put(cause, channel, !on); setProblem(fields[0]?.message ?? message); },
    }),
    onError: (_, { cause, channel, on }) => { put(cause, channel, !on); },
  });
  const rows = causes.filter((cause) => list.some((each) => each.cause === cause));
  return (
    <section className={s.section} aria-label={t('notices.what')}>
      <h2 className={s.h2}>{t('notices.what')}</h2>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {save.isError ? <Failure error={save.error} what={t('notices.settings')} onRetry={() => save.mutate(save.variables)} /> : null}
      <table className={s.matrix}>
        <thead><tr><th scope="col">{t('notices.cause')}</th>{channels.map((channel) => <th key={channel} scope="col">{t(`notices.channel.${channel}`)}</th>)}</tr></thead>
        <tbody>
          {rows.map((cause) => (
            <tr key={cause}>
              <th scope="row">{t(`notices.cause.${cause}`)}</th>
              {channels.map((channel) => {
                const preference = list.find((each) => each.cause === cause && each.channel === channel);
                return <td key={channel}>{preference ? <Check selected={preference.on} onChange={(on) => save.mutate({ cause, channel, on })}><span className="sr">{t(`notices.cause.${cause}`)}, {t(`notices.channel.${channel}`)}</span></Check> : null}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
