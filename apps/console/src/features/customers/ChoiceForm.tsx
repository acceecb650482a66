import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { Failure } from '../../app/failure';
import { keys } from '../../data/entities';
import { match } from '../../data/match';
import type { GiveConsentMutation, LiftRestrictionMutation, SpokenSource, WithdrawObjectionMutation } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { NativeSelect } from '../../ui/NativeSelect';
import { Notice } from '../../ui/Notice';
import s from './customers.module.css';

type Answer = GiveConsentMutation['giveConsent'] | WithdrawObjectionMutation['withdrawObjection'] | LiftRestrictionMutation['liftRestriction'];
type Fields = Record<string, string>;
const sources: SpokenSource[] = ['PHONE', 'EMAIL', 'LETTER', 'SHOP'];

/** The window around writing down or taking back a choice: sends, says what is wrong where it is wrong, and brings the customer up to date. */
export function ChoiceForm({ title, action, customerId, ready, send, onClose, children }: {
  title: string; action: string; customerId: string; ready: boolean; send: () => Promise<Answer>; onClose: () => void; children: (fields: Fields) => ReactNode;
}) {
  const t = useT();
  const client = useQueryClient();
  const form = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const [fields, setFields] = useState<Fields>({});
  const say = ({ message }: { message: string }): void => setProblem(message);
  const sending = useMutation({
    mutationFn: send,
    onMutate: () => { setProblem(null); setFields({}); },
    onSuccess: (answer) => match(answer, {
      Customer: () => { void client.invalidateQueries({ queryKey: keys.customer(customerId) }); onClose(); },
      CustomerNotFound: say, ChoiceNotInForce: say, RestrictionNotTold: ({ message }) => setFields({ toldAt: message }),
      InvalidInput: ({ message, fields: wrong }) => { setProblem(wrong.length ? null : message); setFields(Object.fromEntries(wrong.map((field) => [field.path === 'reason' ? 'evidence' : field.path, field.message]))); },
    }),
  });
  const submit = (): void => { if (ready) sending.mutate(); else setFields({ evidence: t('choices.evidenceMissing') }); };
  return (
    <Dialog title={title} onClose={onClose} foot={<><span /><Button onPress={onClose}>{t('action.cancel')}</Button><Button look="primary" type="submit" form={form} isPending={sending.isPending}>{action}</Button></>}>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {sending.isError ? <Failure error={sending.error} what={title} onRetry={() => sending.mutate()} /> : null}
      <form id={form} className={s.picker} onSubmit={(event) => { event.preventDefault(); submit(); }}>{children(fields)}</form>
    </Dialog>
  );
}

/** How it was said and what was said. Without a source it is one's own reason. */
export function EvidenceFields({ source, onSource, evidence, onEvidence, fields }: { source: SpokenSource | null; onSource: (source: SpokenSource) => void; evidence: string; onEvidence: (text: string) => void; fields: Fields }) {
  const t = useT();
  return (
    <>
      {source ? <NativeSelect label={t('choices.how')} value={source} onChange={onSource} options={sources.map((value) => ({ value, label: t(`source.${value}`) }))} /> : null}
      <Field required label={source ? t('choices.evidence') : t('reason.why')} hint={source ? t('choices.evidenceHint') : undefined} value={evidence} onChange={onEvidence} error={fields.evidence} />
    </>
  );
}
