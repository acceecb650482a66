import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { Failure } from '../../app/failure';
import type { CustomerBriefFragment } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { CustomerForm } from './CustomerForm';
import s from './customers.module.css';
import { useCustomerSearch } from './useCustomerSearch';

/** Finds a customer or makes a new one, in place. Enter takes the first, arrow down walks the list. */
export function CustomerPicker({ onPick, firstWords, autoFocus }: { onPick: (customer: CustomerBriefFragment) => void; firstWords?: string; autoFocus?: boolean }) {
  const t = useT();
  const [words, setWords] = useState(firstWords ?? '');
  const [making, setMaking] = useState(false);
  const query = useCustomerSearch(words);
  const found = words.trim().length >= 2 ? (query.data?.customers.nodes ?? []) : [];
  if (making) return <CustomerForm start={words} onMade={onPick} onCancel={() => setMaking(false)} />;
  return (
    <div className={s.picker}>
      <Field
        label={t('customer.find')} hint={t('customer.findHint')} value={words} onChange={setWords} autoFocus={autoFocus} selectOnFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter' && found[0]) { event.preventDefault(); onPick(found[0]); }
          if (event.key === 'ArrowDown') { event.preventDefault(); document.querySelector<HTMLElement>(`.${s.results} [role=option]`)?.focus(); }
        }}
      />
      {query.isError ? <Failure error={query.error} what={t('customer.find')} onRetry={() => void query.refetch()} /> : null}
      {found.length ? (
        <ListBox className={s.results} aria-label={t('customer.found')} onAction={(key) => { const hit = found.find((each) => each.id === key); if (hit) onPick(hit); }}>
          {found.map((each) => (
            <ListBoxItem key={each.id} id={each.id} textValue={each.name ?? ''} className={s.option}>
              {each.name ?? t('masked.hidden')}
              <span>{[each.customerNumber, ...each.contactPoints.map((point) => point.original ?? point.value ?? t('masked.hidden'))].filter(Boolean).join(' · ')}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      ) : words.trim().length >= 2 && query.isSuccess && !query.isPlaceholderData ? <p className={s.quiet} role="status">{t('customer.noneFound')}</p> : null}
      <div><Button look="link" onPress={() => setMaking(true)}>{t('customer.new')}</Button></div>
    </div>
  );
}
