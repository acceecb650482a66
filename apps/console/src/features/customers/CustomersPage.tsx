import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import p from '../../app/page.module.css';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { CustomerForm } from './CustomerForm';
import s from './customers.module.css';
import { Masked } from './pieces';
import { useCustomerSearch } from './useCustomerSearch';

export function CustomersPage() {
  const t = useT();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const [making, setMaking] = useState(false);
  const query = useCustomerSearch(words);
  const found = words.trim().length >= 2 ? (query.data?.customers.nodes ?? []) : [];
  return (
    <main id="main" tabIndex={-1} className={p.page} data-pane="list" aria-label={t('nav.customers')}>
      <title>{`${t('nav.customers')} · Kaiku`}</title>
      <div className={p.column}>
        <div className={p.titleRow}><h1 className={`${p.h1} ${p.grow}`}>{t('nav.customers')}</h1>{making ? null : <Button onPress={() => setMaking(true)}>{t('customer.new')}</Button>}</div>
        {making ? <CustomerForm start={words} onCancel={() => setMaking(false)} onMade={({ id }) => void navigate({ to: '/customers/$id', params: { id } })} /> : (
          <>
            <Field label={t('customer.find')} hint={t('customer.findHint')} value={words} onChange={setWords} autoFocus autoComplete="off" />
            {query.isError ? <Failure error={query.error} what={t('customer.find')} onRetry={() => void query.refetch()} /> : null}
            {found.length ? (
              <div className={p.tableWrap}>
                <table className={p.table}>
                  <thead><tr><th>{t('field.name')}</th><th>{t('customer.number')}</th><th>{t('contact.EMAIL')}</th><th>{t('contact.PHONE')}</th></tr></thead>
                  <tbody>
                    {found.map((customer) => (
                      <tr key={customer.id}>
                        <td><Link to="/customers/$id" params={{ id: customer.id }}>{customer.name ?? t('masked.hidden')}</Link></td>
                        <td className="num">{customer.customerNumber ?? '–'}</td>
                        {(['EMAIL', 'PHONE'] as const).map((kind) => <td key={kind}>{customer.contactPoints.filter((point) => point.kind === kind).map((point) => <div key={point.id}>{point.original ?? point.value ?? <Masked />}</div>)}</td>)}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            ) : words.trim().length >= 2 && query.isSuccess && !query.isPlaceholderData ? <p className={s.quiet} role="status">{t('customer.noneFound')}</p> : null}
          </>
        )}
      </div>
    </main>
  );
}
