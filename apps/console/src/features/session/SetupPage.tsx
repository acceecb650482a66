import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Failure } from '../../app/failure';
import s from '../../app/page.module.css';
import { signedIn, useSetup } from '../../app/session';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { CreateFirstAdminDocument } from '../../graphql/generated/graphql';
import { useLocaleId, useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Gate } from './Gate';

/** The one-time link that an empty installation prints: makes the first admin. */
export function SetupPage() {
  const t = useT();
  const locale = useLocaleId();
  const navigate = useNavigate();
  const { token: given } = useSearch({ from: '/setup' });
  const [token] = useState(given ?? '');
  const setup = useSetup();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});

  // The token opens the desk once: it does not stay in the address bar or the history.
  useEffect(() => { if (given) void navigate({ to: '/setup', search: {}, replace: true }); }, [given, navigate]);

  const create = useMutation({
    mutationFn: () => execute(CreateFirstAdminDocument, { input: { token, name: name.trim(), email: email.trim(), password, locale } }),
    onMutate: () => { setProblem(null); setFields({}); },
    onSuccess: ({ createFirstAdmin: answer }) => match(answer, {
      Me: async (me) => { await signedIn(me); void setup.refetch(); await navigate({ to: '/admin/people' }); },
      SetupLinkInvalid: () => setProblem(t('setup.linkInvalid')),
      InvalidInput: ({ message, fields: wrong }) => {
        setProblem(wrong.length ? null : message);
        setFields(Object.fromEntries(wrong.map((field) => [field.path, field.message])));
      },
    }),
  });

  if (setup.data && !setup.data.needsFirstAdmin && !create.isSuccess && !token) {
    return <Gate title={t('setup.title')}><Notice tone="info">{t('setup.done')}</Notice><p><Link to="/sign-in">{t('setup.toSignIn')}</Link></p></Gate>;
  }
  return (
    <Gate title={t('setup.title')}>
      <p className={s.muted}>{t('setup.intro')}</p>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {create.isError ? <Failure error={create.error} what={t('setup.thing')} onRetry={() => create.mutate()} /> : null}
      <form className={s.gateForm} onSubmit={(event) => { event.preventDefault(); create.mutate(); }}>
        <Field label={t('field.yourName')} autoComplete="name" required value={name} onChange={setName} error={fields.name} />
        <Field label={t('field.email')} type="email" autoComplete="username" required value={email} onChange={setEmail} error={fields.email} />
        <Field label={t('field.password')} type="password" autoComplete="new-password" required hint={t('setup.passwordHint')} value={password} onChange={setPassword} error={fields.password} />
        <div><Button type="submit" look="primary" size="form" isPending={create.isPending}>{t('setup.action')}</Button></div>
      </form>
    </Gate>
  );
}
