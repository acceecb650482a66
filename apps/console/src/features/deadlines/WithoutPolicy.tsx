import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Failure } from '../../app/failure';
import { execute } from '../../data/execute';
import { WithoutPolicyDocument, type WithoutPolicyQuery } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT, type MessageId, type Translate } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import s from './deadlines.module.css';

type Row = WithoutPolicyQuery['withoutPolicy']['nodes'][number];
const conditions: Record<string, MessageId> = {
  kinds: 'policy.kinds', channels: 'policy.channels', priorities: 'policy.priorities', languages: 'policy.languages', tags: 'field.tags', customerTiers: 'policy.tiers', answerWanted: 'policy.answer',
};

/** Why a policy did not take a ticket. */
function missWords({ active, unmet }: Row['policies'][number], t: Translate): string {
  if (!active) return t('policy.off');
  if (unmet.length === 0) return t('policy.missLater');
  return t('policy.missUnmet', { list: unmet.map((name) => { const id = conditions[name]; return id ? t(id).toLocaleLowerCase() : name; }).join(', ') });
}

/** Open tickets that nobody promised anything for, and why. */
export function WithoutPolicy() {
  const t = useT();
  const formats = useFormats();
  const query = useInfiniteQuery({
    queryKey: ['withoutPolicy'], initialPageParam: null as string | null, staleTime: 0,
    queryFn: async ({ pageParam, signal }) => (await execute(WithoutPolicyDocument, { after: pageParam }, signal)).withoutPolicy,
    getNextPageParam: (last) => (last.hasNextPage ? last.endCursor : undefined),
  });
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap((page) => page.nodes) ?? [];
  return (
    <section className={s.section} aria-label={t('policy.without')}>
      <h2 className={s.h2}>{t('policy.without')} {first ? <span className={s.quiet}>{first.totalCapped ? '999+' : formats.number(first.total)}</span> : null}</h2>
      {query.isError ? <Failure error={query.error} what={t('policy.without')} onRetry={() => void query.refetch()} /> : null}
      {first && rows.length === 0 ? <Notice tone="ok">{t('policy.withoutNone')}</Notice> : null}
      {rows.length ? (
        <table className={s.table}>
          <thead><tr><th scope="col">{t('effect.ticket')}</th><th scope="col">{t('mail.received')}</th><th scope="col">{t('policy.withoutWhat')}</th><th scope="col">{t('versions.why')}</th></tr></thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={row.number ?? `r${at}`}>
                <td>{row.number === null ? t('masked.hidden') : <Link to="/t/$number" params={{ number: String(row.number) }}>#{row.number}</Link>}</td>
                <td>{formats.full(row.receivedAt)}</td>
                <td>{[t(`kind.${row.kind}`), t(`channel.${row.channel}`), t(`priority.${row.priority}`), t(`language.${row.language}`), row.answerWanted ? null : t('policy.noAnswer')].filter(Boolean).join(' · ')}</td>
                <td><ul>{row.policies.map((policy) => <li key={policy.name}>{policy.name}: {missWords(policy, t)}</li>)}</ul></td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {query.hasNextPage ? <div><Button size="strip" isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>{t('action.more')}</Button></div> : null}
    </section>
  );
}
