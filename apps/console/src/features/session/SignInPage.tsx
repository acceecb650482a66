import { useMutation } from '@tanstack/react-query';
import { Navigate, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import s from '../../app/page.module.css';
import { signedIn, useMe, useSetup } from '../../app/session';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { SignInDocument } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Gate } from './Gate';

export function SignInPage() {
  const t = useT();
  const router = useRouter();
  const { next } = useSearch({ from: '/sign-in' });
  const me = useMe();
  const setup = useSetup();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});

  const signIn = useMutation({
    mutationFn: () => execute(SignInDocument, { input: { email: email.trim(), password } }),
    onMutate: () => { setProblem(null); setFields({}); },
    onSuccess: ({ signIn: answer }) => match(answer, {
      Me: async (person) => { await signedIn(person); router.history.push(next ?? '/queue'); },
      SignInRefused: () => setProblem(t('signIn.refused')),
      SignInThrottled: ({ retryAfterSeconds }) => setProblem(t('signIn.throttled', { minutes: Math.ceil(retryAfterSeconds / 60) })),
      InvalidInput: ({ message, fields: wrong }) => {
        setProblem(wrong.length ? null : message);
        setFields(Object.fromEntries(wrong.map((field) => [field.path, field.message])));
      },
    }),
  });

  if (me.data) return <Navigate to="/queue" />;
  return (
    <Gate title={t('signIn.title')}>
      {next ? <Notice tone="info">{t('signIn.ended')}</Notice> : null}
      {setup.data?.needsFirstAdmin ? <Notice tone="info">{t('signIn.needsFirstAdmin')}</Notice> : null}
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {signIn.isError ? <Failure error={signIn.error} what={t('signIn.thing')} onRetry={() => signIn.mutate()} /> : null}
      <form className={s.gateForm} onSubmit={(event) => { event.preventDefault(); signIn.mutate(); }}>
        <Field label={t('field.email')} type="email" autoComplete="username" autoFocus required value={email} onChange={setEmail} error={fields.email} />
        <Field label={t('field.password')} type="password" autoComplete="current-password" required value={password} onChange={setPassword} error={fields.password} />
        <div><Button type="submit" look="primary" size="form" isPending={signIn.isPending}>{t('signIn.action')}</Button></div>
      </form>
    </Gate>
  );
}
