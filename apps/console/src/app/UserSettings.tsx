import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { keys } from '../data/entities';
import { execute } from '../data/execute';
import { match } from '../data/match';
import { changeSettings, useSettings } from '../data/settings';
import { UpdateMySettingsDocument, type UpdateMySettingsInput } from '../graphql/generated/graphql';
import { loadLocale, locales, useT } from '../i18n/intl';
import { Button } from '../ui/Button';
import { Check } from '../ui/Check';
import { Choices } from '../ui/Choices';
import { NativeSelect } from '../ui/NativeSelect';
import { Notice } from '../ui/Notice';
import { useDialogs } from './dialogs';
import { Failure } from './failure';
import { PasswordForm } from './PasswordForm';
import { signOut, useSignedIn } from './session';

const undoChoices = [0, 5, 10, 20, 30];

export function UserSettings() {
  const t = useT();
  const me = useSignedIn();
  const client = useQueryClient();
  const dialogs = useDialogs();
  const settings = useSettings();
  const [problem, setProblem] = useState<string | null>(null);
  const [password, setPassword] = useState(false);
  const save = useMutation({
    mutationFn: (input: UpdateMySettingsInput) => execute(UpdateMySettingsDocument, { input }),
    onMutate: () => setProblem(null),
    onSuccess: ({ updateMySettings }) => match(updateMySettings, {
      Me: (now) => { client.setQueryData(keys.me, now); void loadLocale(now.locale); },
      InvalidInput: ({ message }) => setProblem(message),
    }),
  });
  const leave = useMutation({ mutationFn: signOut });
  if (password) return <PasswordForm onDone={() => setPassword(false)} />;
  return (
    <>
      <strong>{me.email}</strong>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {save.isError ? <Failure error={save.error} what={t('me.thing')} onRetry={() => save.mutate(save.variables)} /> : null}
      {leave.isError ? <Failure error={leave.error} what={t('me.signOut')} onRetry={() => leave.mutate()} /> : null}
      <Choices label={t('language.label')} value={me.locale} options={locales.map((each) => ({ value: each.id, label: each.name }))} onChange={(locale) => save.mutate({ locale })} />
      <Choices
        label={t('me.theme')} value={settings.theme} onChange={(theme) => changeSettings({ theme })}
        options={[{ value: 'system', label: t('me.theme.system') }, { value: 'light', label: t('me.theme.light') }, { value: 'dark', label: t('me.theme.dark') }]}
      />
      <Choices
        label={t('me.density')} value={settings.density} onChange={(density) => changeSettings({ density })}
        options={[{ value: 'comfortable', label: t('me.density.comfortable') }, { value: 'compact', label: t('me.density.compact') }]}
      />
      <NativeSelect
        label={t('me.undo')} value={String(me.undoSeconds)} onChange={(value) => save.mutate({ undoSeconds: Number(value) })}
        options={[...new Set([...undoChoices, me.undoSeconds])].sort((a, b) => a - b).map((value) => ({ value: String(value), label: value ? t('me.undo.seconds', { value }) : t('me.undo.none') }))}
      />
      <Check selected={settings.singleKeys} onChange={(singleKeys) => changeSettings({ singleKeys })}>{t('me.singleKeys')}</Check>
      <Link to="/notices">{t('notices.title')}</Link>
      <Link to="/settings/notices">{t('notices.settings')}</Link>
      <Button look="link" onPress={() => dialogs.show('help')}>{t('command.help')}</Button>
      <Button look="link" onPress={() => setPassword(true)}>{t('password.title')}</Button>
      <div><Button onPress={() => leave.mutate()} isPending={leave.isPending}>{t('me.signOut')}</Button></div>
    </>
  );
}
