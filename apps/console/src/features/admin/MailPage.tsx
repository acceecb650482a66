import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import p from '../../app/page.module.css';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { QuarantinedMailsDocument, RetryQuarantinedMailDocument } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { visible } from '../../ui/visible';

/** Mail that could not be read after three tries: nothing of it is lost, and each can be tried again. */
export function MailPage() {
  const t = useT();
  const formats = useFormats();
  const query = useInfiniteQuery({
    queryKey: ['quarantine'], initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => (await execute(QuarantinedMailsDocument, { after: pageParam }, signal)).quarantinedMails,
    getNextPageParam: (last) => (last.hasNextPage ? last.endCursor : undefined),
  });
  const [said, setSaid] = useState<Record<string, { ok: boolean; text: string }>>({});
  const say = (id: string, ok: boolean, text: string) => setSaid((old) => ({ ...old, [id]: { ok, text } }));
  const retry = useMutation({
    mutationFn: (id: string) => execute(RetryQuarantinedMailDocument, { id }),
    onSuccess: ({ retryQuarantinedMail }, id) => match(retryQuarantinedMail, {
      QuarantinedMail: () => { say(id, true, t('mail.retried')); void query.refetch(); },
      QuarantinedMailNotFound: () => { say(id, false, t('mail.gone')); void query.refetch(); },
      InvalidInput: ({ message }) => say(id, false, message),
    }),
    onError: (_, id) => say(id, false, t('mail.retryFailed')),
  });
  const mails = query.data?.pages.flatMap((page) => page.nodes) ?? [];
  return (
    <main id="main" tabIndex={-1} className={p.page} data-pane="list" aria-label={t('mail.title')}>
      <title>{`${t('mail.title')} · Kaiku`}</title>
      <div className={p.column}>
        <h1 className={p.h1}>{t('mail.title')}</h1>
        <p className={p.muted}>{t('mail.intro')}</p>
        {query.isError ? <Failure error={query.error} what={t('mail.title')} onRetry={() => void query.refetch()} /> : null}
        {query.isSuccess && mails.length === 0 ? <Notice tone="ok">{t('mail.none')}</Notice> : null}
        {mails.length ? (
          <div className={p.tableWrap}>
            <table className={p.table}>
              <thead><tr><th>{t('mail.received')}</th><th>{t('mail.from')}</th><th>{t('mail.error')}</th><th className={p.right}>{t('mail.tries')}</th><th className={p.right}>{t('mail.size')}</th><th><span className="sr">{t('people.actions')}</span></th></tr></thead>
              <tbody>
                {mails.map((mail) => (
                  <tr key={mail.id}>
                    <td className="num">{formats.full(mail.receivedAt)}</td><td>{mail.from ? visible(mail.from) : t('mail.unknownSender')}</td>
                    <td><span className={p.mono}>{mail.error}</span></td>
                    <td className={p.right}>{mail.tries}</td><td className={p.right}>{formats.bytes(mail.size)}</td>
                    <td>
                      <div className={p.actions}>
                        <a href={mail.rawUrl} download>{t('message.original')}</a>
                        <Button size="strip" isPending={retry.isPending && retry.variables === mail.id} onPress={() => retry.mutate(mail.id)}>{t('action.retry')}</Button>
                      </div>
                      {said[mail.id] ? <Notice tone={said[mail.id]?.ok ? 'ok' : 'danger'}>{said[mail.id]?.text}</Notice> : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : null}
        {query.hasNextPage ? <div><Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>{t('action.more')}</Button></div> : null}
      </div>
    </main>
  );
}
