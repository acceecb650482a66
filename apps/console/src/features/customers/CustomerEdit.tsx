import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import p from '../../app/page.module.css';
import { keys } from '../../data/entities';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { UpdateCustomerDocument, type CustomerFullFragment, type Locale } from '../../graphql/generated/graphql';
import { useLanguageOptions, useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Choices } from '../../ui/Choices';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';

/** Changes to a customer's facts; each is kept with its reason. Only what was changed is sent. */
export function CustomerEdit({ customer, onClose }: { customer: CustomerFullFragment; onClose: () => void }) {
  const t = useT();
  const languages = useLanguageOptions();
  const client = useQueryClient();
  const [firstName, setFirstName] = useState(customer.firstName ?? '');
  const [lastName, setLastName] = useState(customer.lastName ?? '');
  const [language, setLanguage] = useState<Locale | null>(customer.language);
  const [address, setAddress] = useState(customer.postalAddress ?? '');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});
  const hidden = (field: string): boolean => customer.maskedFields.includes(field);
  const refresh = () => void client.invalidateQueries({ queryKey: keys.customer(customer.id) });
  const save = useMutation({
    mutationFn: () => execute(UpdateCustomerDocument, {
      input: {
        customerId: customer.id, expectedVersion: customer.version, reason: reason.trim(),
        ...(firstName !== (customer.firstName ?? '') ? { firstName: firstName.trim() } : {}),
        ...(lastName !== (customer.lastName ?? '') ? { lastName: lastName.trim() } : {}),
        ...(language && language !== customer.language ? { language } : {}),
        ...(address !== (customer.postalAddress ?? '') ? { postalAddress: address.trim() } : {}),
      },
    }),
    onMutate: () => { setProblem(null); setFields({}); },
    onSuccess: ({ updateCustomer }) => match(updateCustomer, {
      Customer: () => { refresh(); onClose(); },
      CustomerNotFound: () => setProblem(t('customer.notFound')),
      CustomerConflict: () => { setProblem(t('customer.conflict')); refresh(); },
      InvalidInput: ({ message, fields: wrong }) => {
        setProblem(wrong.length ? null : message);
        setFields(Object.fromEntries(wrong.map((field) => [field.path, field.message])));
      },
    }),
  });
  const submit = () => { if (reason.trim()) save.mutate(); else setFields({ reason: t('reason.missing') }); };
  return (
    <Dialog title={t('customer.edit')} onClose={onClose} foot={<><span /><Button onPress={onClose}>{t('action.cancel')}</Button><Button look="primary" onPress={submit} isPending={save.isPending}>{t('action.save')}</Button></>}>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {save.isError ? <Failure error={save.error} what={t('customer.thing')} onRetry={submit} /> : null}
      <div className={p.twoCols}>
        {hidden('firstName') ? null : <Field label={t('field.firstName')} value={firstName} onChange={setFirstName} error={fields.firstName} />}
        {hidden('lastName') ? null : <Field label={t('field.lastName')} value={lastName} onChange={setLastName} error={fields.lastName} />}
      </div>
      <Choices label={t('field.language')} value={language} onChange={setLanguage} options={languages} />
      {hidden('postalAddress') ? null : <Field label={t('customer.address')} multiline rows={2} value={address} onChange={setAddress} error={fields.postalAddress} />}
      <Field label={t('reason.why')} hint={t('customer.reasonHint')} required value={reason} onChange={setReason} error={fields.reason} />
    </Dialog>
  );
}
