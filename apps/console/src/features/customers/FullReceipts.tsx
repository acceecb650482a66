import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import { execute } from '../../data/execute';
import { CustomerReceiptsDocument } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import s from './customers.module.css';
import { ReceiptList } from './pieces';

/** All purchases open with a reason, which is kept with who asked. The list is not kept: it is gone with the page. */
export function FullReceipts({ customerId }: { customerId: string }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const read = useMutation({ mutationFn: () => execute(CustomerReceiptsDocument, { id: customerId, reason: reason.trim() }) });
  if (read.data) {
    const receipts = read.data.customer?.receipts ?? [];
    return receipts.length ? <ReceiptList receipts={receipts} /> : <p className={s.quiet}>{t('receipts.noneAtAll')}</p>;
  }
  if (!asking) return <div><Button look="link" onPress={() => setAsking(true)}>{t('receipts.showAll')}</Button></div>;
  return (
    <form
      className={s.picker}
      onSubmit={(event) => { event.preventDefault(); if (reason.trim()) read.mutate(); else setMissing(true); }}
    >
      <Field label={t('reason.why')} hint={t('receipts.reasonHint')} autoFocus value={reason} onChange={(next) => { setReason(next); setMissing(false); }} error={missing ? t('reason.missing') : null} />
      {read.isError ? <Failure error={read.error} what={t('receipts.title')} onRetry={() => read.mutate()} /> : null}
      <div className={s.editRow}><Button type="submit" isPending={read.isPending}>{t('receipts.show')}</Button><Button look="quiet" onPress={() => setAsking(false)}>{t('action.cancel')}</Button></div>
    </form>
  );
}
