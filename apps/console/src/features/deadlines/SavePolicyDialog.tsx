import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { PreviewPolicyChangeDocument, SavePolicyDocument, type PolicyFieldsFragment } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Choices } from '../../ui/Choices';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { faultsOf, type Faults } from './calendar-draft';
import { EffectPreview } from './EffectPreview';
import { conditionsOf, targetsOf, type PolicyDraft } from './policy-draft';

/** A new version holds for clocks that start from now on; those that run follow only when that is chosen, with its effect in sight. */
export function SavePolicyDialog({ policy, draft, onClose, onSaved, onFaults, onReload }: { policy: PolicyFieldsFragment; draft: PolicyDraft; onClose: () => void; onSaved: (policy: PolicyFieldsFragment) => void; onFaults: (faults: Faults) => void; /** Somebody else saved: what they saved is shown in place of what is typed. */ onReload: () => void }) {
  const t = useT();
  const [running, setRunning] = useState<'keep' | 'retarget'>('keep');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [overtaken, setOvertaken] = useState(false);
  const input = { policyId: policy.id, conditions: conditionsOf(draft), targets: targetsOf(draft) };
  const effect = useQuery({
    queryKey: ['previewPolicyChange', policy.id, policy.version, JSON.stringify(input)], enabled: running === 'retarget', staleTime: 0, gcTime: 0, retry: false,
    queryFn: async ({ signal }) => (await execute(PreviewPolicyChangeDocument, { input }, signal)).previewPolicyChange,
  });
  const save = useMutation({
    mutationFn: () => execute(SavePolicyDocument, { input: { ...input, expectedVersion: policy.version, name: draft.name.trim(), note: note.trim() || null, retargetOpen: running === 'retarget' } }),
    onMutate: () => setProblem(null),
    onSuccess: ({ savePolicy }) => match(savePolicy, {
      DeadlinePolicy: onSaved, PolicyNotFound: ({ message }) => setProblem(message), PolicyConflict: ({ message }) => { setProblem(message); setOvertaken(true); },
      PolicyInvalid: ({ faults }) => { onFaults(faultsOf(faults)); onClose(); },
      InvalidInput: ({ message, fields }) => { if (fields.length) { onFaults(faultsOf(fields)); onClose(); } else setProblem(message); },
    }),
  });
  return (
    <Dialog
      wide title={t('policy.saveTitle', { name: draft.name })} onClose={onClose}
      foot={<><span /><Button onPress={onClose}>{t('action.cancel')}</Button>{overtaken ? <Button look="primary" onPress={onReload}>{t('conflict.reload')}</Button> : <Button look="primary" isPending={save.isPending} onPress={() => save.mutate()}>{t('calendar.saveVersion', { version: policy.version + 1 })}</Button>}</>}
    >
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {save.isError ? <Failure error={save.error} what={t('policy.thing')} onRetry={() => save.mutate()} /> : null}
      <Choices label={t('policy.running')} value={running} onChange={setRunning} options={[{ value: 'keep', label: t('policy.running.keep') }, { value: 'retarget', label: t('policy.running.retarget') }]} />
      <p>{t(`policy.runningSays.${running}`)}</p>
      {running === 'retarget' && !overtaken ? <EffectPreview effect={effect.data} error={effect.error} pending={effect.isFetching} onRetry={() => void effect.refetch()} /> : null}
      <Field label={t('versions.why')} optional={t('field.optional')} value={note} onChange={setNote} hint={t('versions.whyHint')} />
    </Dialog>
  );
}
