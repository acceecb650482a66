import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import { keys, patchTicket } from '../../data/entities';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import type { Clock, Row } from '../../data/types';
import { FixDeadlineDocument } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { fieldOfInstant, instantOfField } from '../../i18n/zone';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { DateTimeInput } from '../../ui/DateTimeInput';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import s from './deadlines.module.css';
import { lastDay } from './strip-words';

/** A due time set by hand: it never moves afterwards, needs a reason, and cannot lie after the law's. */
export function FixForm({ clock, number, onDone, onCancel }: { clock: Clock; number: number; onDone: () => void; onCancel: () => void }) {
  const t = useT();
  const formats = useFormats();
  const client = useQueryClient();
  const [at, setAt] = useState(clock.dueAt ? fieldOfInstant(clock.dueAt) : '');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});
  const fix = useMutation({
    mutationFn: (dueAt: string) => execute(FixDeadlineDocument, { input: { deadlineId: clock.id, dueAt, reason: reason.trim(), expectedVersion: client.getQueryData<Row | null>(keys.row(number))?.version ?? 0 } }),
    onMutate: () => { setProblem(null); setFields({}); },
    onSuccess: ({ fixDeadline }) => match(fixDeadline, {
      Ticket: (ticket) => { patchTicket(client, ticket); void client.invalidateQueries({ queryKey: keys.ticket(number) }); announce(t('deadline.fix.done')); onDone(); },
      DeadlineNotFound: ({ message }) => setProblem(message),
      DeadlineClosed: ({ message }) => setProblem(message),
      DueAfterLegal: ({ message }) => setFields({ dueAt: message }),
      TicketConflict: ({ ticket, changedBy }) => { patchTicket(client, ticket); setProblem(t('deadline.fix.conflict', { name: changedBy ?? t('conflict.somebody') })); },
      InvalidInput: ({ message, fields: wrong }) => { setProblem(wrong.length ? null : message); setFields(Object.fromEntries(wrong.map((each) => [each.path, each.message]))); },
    }),
  });
  const submit = () => {
    const dueAt = instantOfField(at);
    const missing = { ...(dueAt ? {} : { dueAt: t('deadline.fix.when') }), ...(reason.trim() ? {} : { reason: t('reason.missing') }) };
    if (!dueAt || Object.keys(missing).length) { setFields(missing); return; }
    fix.mutate(dueAt);
  };
  return (
    <form className={s.section} onSubmit={(event) => { event.preventDefault(); submit(); }} aria-label={t('deadline.fix.title')}>
      <h3 className={s.h3}>{t('deadline.fix.title')}</h3>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {fix.isError ? <Failure error={fix.error} what={t('deadline.fix.title')} onRetry={submit} /> : null}
      <div className={s.formRow}>
        <DateTimeInput time label={t('deadline.fix.at')} autoFocus value={at} onChange={setAt} error={fields.dueAt} hint={clock.legalDueAt ? t('deadline.fix.legal', { date: formats.date(lastDay(clock.legalDueAt)) }) : undefined} />
        <Field label={t('reason.label')} value={reason} onChange={setReason} error={fields.reason} hint={clock.legalDueAt ? ' ' : undefined} />
      </div>
      <div><Button type="submit" look="primary" isPending={fix.isPending}>{t('deadline.fix.save')}</Button> <Button look="quiet" onPress={onCancel}>{t('action.cancel')}</Button></div>
    </form>
  );
}
