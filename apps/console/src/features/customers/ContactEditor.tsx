import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import p from '../../app/page.module.css';
import { keys } from '../../data/entities';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { AddContactPointDocument, RemoveContactPointDocument, type ContactPointKind, type CustomerFullFragment } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Choices } from '../../ui/Choices';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import s from './customers.module.css';
import { Masked } from './pieces';

export function ContactEditor({ customer, onClose }: { customer: CustomerFullFragment; onClose: () => void }) {
  const t = useT();
  const client = useQueryClient();
  const [kind, setKind] = useState<ContactPointKind>('PHONE');
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});
  const begin = () => { setProblem(null); setFields({}); };
  const refresh = () => { void client.invalidateQueries({ queryKey: keys.customer(customer.id) }); setValue(''); };
  const invalid = ({ message, fields: wrong }: { message: string; fields: { path: string; message: string }[] }) => {
    setProblem(wrong.length ? null : message);
    setFields(Object.fromEntries(wrong.map((field) => [field.path, field.message])));
  };
  const add = useMutation({
    mutationFn: () => execute(AddContactPointDocument, { input: { customerId: customer.id, kind, value: value.trim(), reason: reason.trim() } }),
    onMutate: begin,
    onSuccess: ({ addContactPoint }) => match(addContactPoint, {
      Customer: refresh, CustomerNotFound: () => setProblem(t('customer.notFound')), ContactPointInvalid: ({ message }) => setFields({ value: message }), InvalidInput: invalid,
    }),
  });
  const remove = useMutation({
    mutationFn: (contactPointId: string) => execute(RemoveContactPointDocument, { customerId: customer.id, contactPointId, reason: reason.trim() }),
    onMutate: begin,
    onSuccess: ({ removeContactPoint }) => match(removeContactPoint, {
      Customer: refresh, CustomerNotFound: () => setProblem(t('customer.notFound')), InvalidInput: invalid,
    }),
  });
  const withReason = (run: () => void) => { if (reason.trim()) run(); else setFields({ reason: t('reason.missing') }); };
  return (
    <Dialog title={t('customer.editContacts')} onClose={onClose} foot={<><span /><Button onPress={onClose}>{t('action.close')}</Button></>}>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {add.isError ? <Failure error={add.error} what={t('customer.addContact')} onRetry={() => add.mutate()} /> : null}
      {remove.isError ? <Failure error={remove.error} what={t('customer.thing')} onRetry={() => remove.mutate(remove.variables)} /> : null}
      <Field label={t('reason.why')} hint={t('customer.reasonHint')} required value={reason} onChange={setReason} error={fields.reason} />
      <ul className={p.section}>
        {customer.contactPoints.map((point) => (
          <li key={point.id} className={p.titleRow}>
            <span className={p.grow}>{t(`contact.${point.kind}`)}: {point.original ?? point.value ?? <Masked />}</span>
            <Button look="quiet" icon aria-label={t('customer.removeContact', { value: point.original ?? point.value ?? t('masked.hidden') })} onPress={() => withReason(() => remove.mutate(point.id))}><Trash2 size={16} strokeWidth={1.75} aria-hidden="true" /></Button>
          </li>
        ))}
      </ul>
      <form className={s.picker} onSubmit={(event) => { event.preventDefault(); withReason(() => add.mutate()); }}>
        <Choices label={t('customer.addContact')} value={kind} onChange={setKind} options={[{ value: 'PHONE', label: t('contact.PHONE') }, { value: 'EMAIL', label: t('contact.EMAIL') }]} />
        <div className={s.editRow}>
          <Field label={t(`contact.${kind}`)} inputMode={kind === 'PHONE' ? 'tel' : 'email'} value={value} onChange={setValue} error={fields.value} autoComplete="off" />
          <Button type="submit" isPending={add.isPending} isDisabled={!value.trim()}>{t('action.add')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
