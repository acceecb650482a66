import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Failure } from '../../app/failure';
import p from '../../app/page.module.css';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { CreateCustomerDocument, type CustomerBriefFragment, type Locale } from '../../graphql/generated/graphql';
import { useLanguageOptions, useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Choices } from '../../ui/Choices';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import s from './customers.module.css';

/** What somebody typed to search with is not typed again: a number becomes the phone, an address the e-mail, words the name. */
function guess(words: string): { first: string; last: string; email: string; phone: string } {
  const text = words.trim();
  const parts = text.split(/\s+/);
  if (text.includes('@')) return { first: '', last: '', email: text, phone: '' };
  if (/^[+\d][\d\s()-]{4,}$/.test(text)) return { first: '', last: '', email: '', phone: text };
  return parts.length > 1 ? { first: parts[0] ?? '', last: parts.slice(1).join(' '), email: '', phone: '' } : { first: '', last: text, email: '', phone: '' };
}

export function CustomerForm({ start, language, onMade, onCancel }: { start: string; language?: Locale; onMade: (customer: CustomerBriefFragment) => void; onCancel: () => void }) {
  const t = useT();
  const languages = useLanguageOptions();
  const [first] = useState(() => guess(start));
  const [firstName, setFirstName] = useState(first.first);
  const [lastName, setLastName] = useState(first.last);
  const [email, setEmail] = useState(first.email);
  const [phone, setPhone] = useState(first.phone);
  const [number, setNumber] = useState('');
  const [locale, setLocale] = useState<Locale>(language ?? 'fi');
  const [problem, setProblem] = useState<string | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});
  const key = useRef(crypto.randomUUID());
  const make = useMutation({
    mutationFn: () => execute(CreateCustomerDocument, {
      input: {
        idempotencyKey: key.current, lastName: lastName.trim(), language: locale, firstName: firstName.trim() || null,
        email: email.trim() || null, phone: phone.trim() || null, customerNumber: number.trim() || null,
      },
    }),
    onMutate: () => { setProblem(null); setFields({}); },
    onSuccess: ({ createCustomer }) => {
      key.current = crypto.randomUUID();
      match(createCustomer, {
        Customer: onMade,
        CustomerNumberTaken: () => setFields({ customerNumber: t('customer.numberTaken') }),
        ContactPointInvalid: ({ message }) => setProblem(message),
        IdempotencyKeyReused: () => setProblem(t('failure.keyReused')),
        InvalidInput: ({ message, fields: wrong }) => {
          setProblem(wrong.length ? null : message);
          setFields(Object.fromEntries(wrong.map((field) => [field.path, field.message])));
        },
      });
    },
  });
  return (
    <form className={s.picker} onSubmit={(event) => { event.preventDefault(); event.stopPropagation(); make.mutate(); }}>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {make.isError ? <Failure error={make.error} what={t('customer.new')} onRetry={() => make.mutate()} /> : null}
      <div className={p.twoCols}>
        <Field label={t('field.firstName')} autoFocus value={firstName} onChange={setFirstName} error={fields.firstName} autoComplete="off" />
        <Field label={t('field.lastName')} required value={lastName} onChange={setLastName} error={fields.lastName} autoComplete="off" />
        <Field label={t('field.email')} inputMode="email" value={email} onChange={setEmail} error={fields.email} autoComplete="off" />
        <Field label={t('field.phone')} inputMode="tel" value={phone} onChange={setPhone} error={fields.phone} autoComplete="off" />
        <Field label={t('customer.number')} optional={t('field.optional')} value={number} onChange={setNumber} error={fields.customerNumber} autoComplete="off" />
        <Choices label={t('field.language')} value={locale} onChange={setLocale} options={languages} />
      </div>
      <div className={s.editRow}><span /><Button look="quiet" onPress={onCancel}>{t('action.cancel')}</Button><Button type="submit" look="primary" isPending={make.isPending} isDisabled={!lastName.trim()}>{t('customer.create')}</Button></div>
    </form>
  );
}
