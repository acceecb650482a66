import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { Failure } from '../../app/failure';
import { can, useSignedIn } from '../../app/session';
import { useUnsavedGuard } from '../../app/UnsavedGuard';
import { businessNow } from '../../data/clock';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { CreateCalendarDocument, type CalendarFieldsFragment } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { fieldOfInstant, shopZone } from '../../i18n/zone';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { Check } from '../../ui/Check';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { definitionOf, draftOf, emptyDraft, faultsOf, homeless, hoursSummary, sameDraft, type CalendarDraft, type Faults } from './calendar-draft';
import { CalendarPreview } from './CalendarPreview';
import { DaysEditor } from './DaysEditor';
import { DeadlineRooms } from './DeadlineRooms';
import s from './deadlines.module.css';
import { Proposals } from './Proposals';
import { SaveCalendarDialog } from './SaveCalendarDialog';
import { Versions, type VersionRow } from './Versions';
import { WeekGrid } from './WeekGrid';

const shown = (path: string): boolean => /^(name|zone|weekly|days|amount)(\.|$)/.test(path);

export function CalendarForm({ calendar, versions }: { calendar: CalendarFieldsFragment | null; versions: VersionRow[] }) {
  const t = useT();
  const formats = useFormats();
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayManage = can(useSignedIn(), 'setting.manage_deadlines');
  const start = useMemo(() => (calendar ? draftOf(calendar.name, calendar.definition) : emptyDraft(shopZone())), [calendar]);
  const [draft, setDraft] = useState<CalendarDraft>(start);
  const [previewFaults, setPreviewFaults] = useState<Faults>({});
  const [saveFaults, setSaveFaults] = useState<Faults>({});
  const [saving, setSaving] = useState(false);
  const dirty = !sameDraft(draft, start);
  const { guard, pass } = useUnsavedGuard(dirty && mayManage);
  const change = (changes: Partial<CalendarDraft>) => { setSaveFaults({}); setDraft((old) => ({ ...old, ...changes })); };
  const onFaults = useCallback((faults: Faults) => setPreviewFaults(faults), []);
  const faults = { ...previewFaults, ...saveFaults };
  const today = fieldOfInstant(new Date(businessNow()).toISOString()).slice(0, 10);
  const saved = (next: CalendarFieldsFragment) => {
    announce(t('calendar.saved', { version: next.version }));
    pass();
    void client.invalidateQueries({ queryKey: ['calendars'] });
    void client.invalidateQueries({ queryKey: ['calendar', next.id] });
    setSaving(false);
    void navigate({ to: '/admin/calendars/$id', params: { id: next.id }, replace: true });
  };
  const create = useMutation({
    mutationFn: () => execute(CreateCalendarDocument, { input: { name: draft.name.trim(), definition: definitionOf(draft) } }),
    onMutate: () => setSaveFaults({}),
    onSuccess: ({ createCalendar }) => match(createCalendar, {
      BusinessCalendar: saved, CalendarInvalid: (problem) => setSaveFaults(faultsOf(problem.faults)), InvalidInput: ({ fields, message }) => setSaveFaults(fields.length ? faultsOf(fields) : { '': message }),
    }),
  });
  const save = () => {
    if (!draft.name.trim()) setSaveFaults({ name: t('rooms.nameMissing') });
    else if (calendar) setSaving(true);
    else create.mutate();
  };
  const title = calendar?.name ?? t('calendar.new');
  return (
    <DeadlineRooms
      title={title}
      aside={mayManage ? <><span className={s.quiet} role="status">{dirty ? t('rooms.unsaved') : ''}</span><Button look="primary" isDisabled={!dirty} isPending={create.isPending} onPress={save}>{calendar ? t('calendar.saveAs') : t('calendar.create')}</Button></> : null}
    >
      {homeless(faults, shown).map((message) => <Notice key={message} tone="danger">{message}</Notice>)}
      {create.isError ? <Failure error={create.error} what={t('calendar.thing')} onRetry={save} /> : null}
      <div className={s.columns}>
        <div className={s.main}>
          <div className={s.pair}>
            <Field label={t('field.name')} required value={draft.name} onChange={(name) => change({ name })} error={faults.name} isDisabled={!mayManage} />
            <Field label={t('calendar.zone')} required value={draft.zone} onChange={(zone) => change({ zone })} error={faults.zone} isDisabled={!mayManage} hint={t('calendar.zoneHint')} />
          </div>
          {mayManage ? <>
            <Check selected={draft.always} onChange={(always) => change({ always })}>{t('calendar.alwaysOpen')}</Check>
            {draft.always ? null : <>
              <section className={s.section} aria-label={t('calendar.week')}><h2 className={s.h2}>{t('calendar.week')}</h2><WeekGrid weekly={draft.weekly} faults={faults} onChange={(weekly) => change({ weekly })} /></section>
              <section className={s.section} aria-label={t('calendar.days')}><h2 className={s.h2}>{t('calendar.days')}</h2><DaysEditor night={draft.weekly.some((hours) => hours.to <= hours.from)} days={draft.days} faults={faults} today={today} onChange={(days) => change({ days })} /></section>
            </>}
          </> : <p>{draft.always ? t('calendar.always') : hoursSummary(draft.weekly, formats)}</p>}
        </div>
        <div className={s.side}>
          <CalendarPreview definition={definitionOf(draft)} onFaults={onFaults} />
          {calendar && mayManage ? <Proposals calendar={calendar} dirty={dirty} thisYear={Number(today.slice(0, 4))} onChanged={() => void client.invalidateQueries({ queryKey: ['calendar', calendar.id] })} /> : null}
          {versions.length ? <Versions versions={versions} current={calendar?.version ?? 0} /> : null}
        </div>
      </div>
      {saving && calendar ? <SaveCalendarDialog calendar={calendar} draft={draft} onClose={() => setSaving(false)} onSaved={saved} onFaults={setSaveFaults} onReload={() => { pass(); setSaving(false); void client.invalidateQueries({ queryKey: ['calendar', calendar.id] }); }} /> : null}
      {guard}
    </DeadlineRooms>
  );
}
