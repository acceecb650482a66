import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { execute } from '../data/execute';
import { match } from '../data/match';
import { ChangeMyPasswordDocument } from '../graphql/generated/graphql';
import { useT } from '../i18n/intl';
import { announce } from '../ui/announce';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Notice } from '../ui/Notice';
import o from '../ui/overlays.module.css';
import { Failure } from './failure';

export function PasswordForm({ onDone }: { onDone: () => void }) {
  const t = useT();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});
  const change = useMutation({
    mutationFn: () => execute(ChangeMyPasswordDocument, { input: { current, next } }),
    onMutate: () => { setProblem(null); setFields({}); },
    onSuccess: ({ changeMyPassword }) => match(changeMyPassword, {
      Me: () => { announce(t('password.changed')); onDone(); },
      SignInRefused: () => setFields({ current: t('password.wrong') }),
      SignInThrottled: ({ retryAfterSeconds }) => setProblem(t('signIn.throttled', { minutes: Math.ceil(retryAfterSeconds / 60) })),
      InvalidInput: ({ message, fields: wrong }) => {
        setProblem(wrong.length ? null : message);
        setFields(Object.fromEntries(wrong.map((field) => [field.path, field.message])));
      },
    }),
  });
  return (
    <form className={o.pop} style={{ padding: 0 }} onSubmit={(event) => { event.preventDefault(); change.mutate(); }}>
      <strong>{t('password.title')}</strong>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {change.isError ? <Failure error={change.error} what={t('password.title')} onRetry={() => change.mutate()} /> : null}
      <Field label={t('password.current')} type="password" autoComplete="current-password" autoFocus required value={current} onChange={setCurrent} error={fields.current} />
      <Field label={t('password.next')} type="password" autoComplete="new-password" required value={next} onChange={setNext} error={fields.next} />
      <div><Button type="submit" look="primary" isPending={change.isPending}>{t('password.action')}</Button> <Button look="quiet" onPress={onDone}>{t('action.cancel')}</Button></div>
    </form>
  );
}
