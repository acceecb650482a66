import { useState } from 'react';
import { useT, type MessageId } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { visible } from '../../ui/visible';
import s from './composer.module.css';

interface Address { name: string | null; address: string | null }

export interface RecipientsProps {
  to: Address[];
  from: Address | null;
  canReply: boolean;
  whyNot: string | null;
  languageName: string;
  cc: string[];
  onCc: (cc: string[]) => void;
}

const reasons: Record<string, MessageId> = { no_address: 'composer.noAddress', no_mailbox: 'composer.noMailbox', not_allowed: 'composer.notAllowed' };

/** To whom, in one line. An added recipient who was not on the thread is marked new. */
export function Recipients({ to, from, canReply, whyNot, languageName, cc, onCc }: RecipientsProps) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  if (!canReply) return <p className={s.to}>{t(reasons[whyNot ?? ''] ?? 'composer.noAddress')}</p>;
  const add = () => {
    const address = text.trim();
    if (!/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(address)) { setWrong(true); return; }
    onCc([...new Set([...cc, address])]);
    setText('');
    setAdding(false);
  };
  return (
    <div className={s.to}>
      <span className={s.toText} title={from?.address ? t('composer.from', { address: from.address }) : undefined}>
        {t('composer.to')}{' '}
        {to.map((person, at) => <span key={person.address ?? at}><strong>{visible(person.name ?? '')}</strong> {person.address === null ? t('masked.hidden') : visible(person.address)} </span>)}
        <span>· {languageName}</span>
      </span>
      {cc.map((address) => (
        <Button key={address} size="strip" aria-label={t('composer.removeCc', { address })} onPress={() => onCc(cc.filter((each) => each !== address))}>{address} <em>{t('composer.ccNew')}</em> ×</Button>
      ))}
      {adding ? null : <Button look="link" onPress={() => setAdding(true)}>{t('composer.addCc')}</Button>}
      {adding ? (
        <form className={s.cc} onSubmit={(event) => { event.preventDefault(); add(); }}>
          <Field label={t('composer.cc')} type="text" inputMode="email" autoFocus value={text} onChange={(next) => { setText(next); setWrong(false); }} error={wrong ? t('composer.ccWrong') : null} />
          <Button type="submit">{t('action.add')}</Button>
          <Button look="quiet" onPress={() => setAdding(false)}>{t('action.cancel')}</Button>
        </form>
      ) : null}
    </div>
  );
}
