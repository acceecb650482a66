import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { SetQuietHoursDocument } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { TimeInput } from '../../ui/TimeInput';
import s from './notices.module.css';

/** When mail and push wait. The same time twice means never. */
export function QuietHours({ hours, onSaved }: { hours: { from: string; to: string }; onSaved: () => void }) {
  const t = useT();
  const [from, setFrom] = useState(hours.from);
  const [to, setTo] = useState(hours.to);
  const [said, setSaid] = useState<{ ok: boolean; text: string } | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});
  const save = useMutation({
    mutationFn: () => execute(SetQuietHoursDocument, { input: { from, to } }),
    onMutate: () => { setSaid(null); setFields({}); },
    onSuccess: ({ setQuietHours }) => match(setQuietHours, {
      QuietHours: () => { setSaid({ ok: true, text: t('notices.quiet.saved') }); onSaved(); },
      InvalidInput: ({ message, fields: wrong }) => { if (wrong.length) setFields(Object.fromEntries(wrong.map((each) => [each.path, each.message]))); else setSaid({ ok: false, text: message }); },
    }),
  });
  return (
    <section className={s.section} aria-label={t('notices.quiet')}>
      <h2 className={s.h2}>{t('notices.quiet')}</h2>
      <p>{t('notices.quiet.says')}</p>
      {said ? <Notice tone={said.ok ? 'ok' : 'danger'}>{said.text}</Notice> : null}
      {save.isError ? <Failure error={save.error} what={t('notices.quiet')} onRetry={() => save.mutate()} /> : null}
      <form className={s.quietHours} onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
        <TimeInput showLabel label={t('notices.quiet.from')} value={from} onChange={setFrom} error={fields.from} />
        <TimeInput showLabel label={t('notices.quiet.to')} value={to} onChange={setTo} error={fields.to} />
        <Button type="submit" size="form" isPending={save.isPending} isDisabled={from === hours.from && to === hours.to}>{t('action.save')}</Button>
      </form>
    </section>
  );
}
