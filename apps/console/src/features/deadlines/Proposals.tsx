import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { DecideDayProposalsDocument, ProposeFeedDaysDocument, ProposeHolidaysDocument, type CalendarFieldsFragment } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { Check } from '../../ui/Check';
import c from '../../ui/controls.module.css';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import s from './deadlines.module.css';

type Calendar = CalendarFieldsFragment;

/** Bytes of a feed that fit in one request with its escapes. */
const LARGEST = 90_000;

/** Days that the law or a feed names: nothing of them holds until somebody has said yes. */
export function Proposals({ calendar, dirty, thisYear, onChanged }: { calendar: Calendar; /** The form has changes that accepting would overtake. */ dirty: boolean; thisYear: number; onChanged: (calendar: Calendar) => void }) {
  const t = useT();
  const formats = useFormats();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);
  const [year, setYear] = useState(String(thisYear + 1));
  const [feed, setFeed] = useState<string | null>(null);
  const took = (next: Calendar) => { setChosen(new Set()); void client.invalidateQueries({ queryKey: ['calendars'] }); onChanged(next); };
  const said = ({ message }: { message: string }) => setProblem(message);
  const wrong = ({ message, fields }: { message: string; fields: { message: string }[] }) => setProblem(fields[0]?.message ?? message);
  const begin = () => setProblem(null);
  const found = (next: Calendar) => {
    const fresh = next.proposals.length - calendar.proposals.length;
    announce(t('proposals.found', { count: Math.max(0, fresh) }));
    if (fresh <= 0) setProblem(t('proposals.nothingNew'));
    took(next);
  };
  const decide = useMutation({
    mutationFn: ({ accept, ids }: { accept: boolean; ids: string[] }) => execute(DecideDayProposalsDocument, { input: { calendarId: calendar.id, expectedVersion: calendar.version, accept: accept ? ids : [], dismiss: accept ? [] : ids } }),
    onMutate: begin,
    onSuccess: ({ decideDayProposals }) => match(decideDayProposals, { BusinessCalendar: took, CalendarNotFound: said, CalendarInvalid: ({ message, faults }) => setProblem(faults[0]?.message ?? message), CalendarConflict: said, InvalidInput: wrong }),
  });
  const holidays = useMutation({
    mutationFn: () => execute(ProposeHolidaysDocument, { input: { calendarId: calendar.id, year: Number(year) } }), onMutate: begin,
    onSuccess: ({ proposeHolidays }) => match(proposeHolidays, { BusinessCalendar: found, CalendarNotFound: said, InvalidInput: wrong }),
  });
  const importing = useMutation({
    mutationFn: (ics: string) => execute(ProposeFeedDaysDocument, { input: { calendarId: calendar.id, ics } }), onMutate: begin,
    onSuccess: ({ proposeFeedDays }) => match(proposeFeedDays, { BusinessCalendar: (next) => { setFeed(null); found(next); }, CalendarNotFound: said, FeedInvalid: said, InvalidInput: wrong }),
  });
  const failed = decide.error ? decide : holidays.error ? holidays : importing.error ? importing : null;
  const proposals = [...calendar.proposals].sort((a, b) => a.date.localeCompare(b.date));
  const ids = proposals.filter((day) => chosen.has(day.id)).map((day) => day.id);
  const toggle = (id: string, on: boolean) => setChosen((old) => { const next = new Set(old); if (on) next.add(id); else next.delete(id); return next; });
  const read = async (file: File | undefined) => {
    setProblem(file && file.size > LARGEST ? t('proposals.tooLarge', { max: LARGEST / 1000 }) : null);
    if (file) setFeed(file.size > LARGEST ? '' : await file.text());
  };
  return (
    <section className={s.section} aria-label={t('proposals.title')}>
      <h2 className={s.h2}>{t('proposals.title')}</h2>
      <p className={s.quiet}>{t('proposals.intro')}</p>
      {problem ? <Notice tone="warn">{problem}</Notice> : null}
      {failed ? <Failure error={failed.error} what={t('proposals.title')} /> : null}
      <div className={s.tools}>
        <label className={s.inlineLabel}>{t('calendar.year')} <input className={`${c.input} ${s.short}`} inputMode="numeric" value={year} onChange={(event) => setYear(event.target.value)} /></label>
        <Button size="strip" isPending={holidays.isPending} isDisabled={!/^\d{4}$/.test(year)} onPress={() => holidays.mutate()}>{t('proposals.holidays')}</Button>
        <Button size="strip" aria-expanded={feed !== null} onPress={() => setFeed(feed === null ? '' : null)}>{t('proposals.feed')}</Button>
      </div>
      {feed !== null ? (
        <div className={s.feed}>
          <label className={s.inlineLabel}>{t('proposals.file')} <input type="file" accept=".ics,text/calendar" onChange={(event) => void read(event.target.files?.[0])} /></label>
          <Field label={t('proposals.text')} multiline rows={4} value={feed.length > 20_000 ? `${feed.slice(0, 20_000)}…` : feed} onChange={setFeed} hint={t('proposals.textHint')} isDisabled={feed.length > 20_000} />
          <div><Button size="strip" look="primary" isPending={importing.isPending} isDisabled={!feed.trim()} onPress={() => importing.mutate(feed)}>{t('proposals.import')}</Button></div>
        </div>
      ) : null}
      {proposals.length === 0 ? <p className={s.quiet}>{t('proposals.none')}</p> : <>
        <ul className={s.proposals}>
          {proposals.map((day) => (
            <li key={day.id}>
              <Check selected={chosen.has(day.id)} onChange={(on) => toggle(day.id, on)}>
                <span><strong>{formats.weekday(day.date)} {formats.date(day.date)}</strong> {day.label ?? ''} · {day.kind === 'CLOSED' ? t('calendar.closed') : formats.list(day.intervals.map(({ from, to }) => `${formats.clock(from)}–${formats.clock(to)}`))} <span className={s.quiet}>· {t(`calendar.source.${day.source}`)}</span></span>
              </Check>
            </li>
          ))}
        </ul>
        {dirty ? <Notice tone="info">{t('proposals.saveFirst')}</Notice> : null}
        <div className={s.tools}>
          <Button size="strip" onPress={() => setChosen(new Set(ids.length === proposals.length ? [] : proposals.map((day) => day.id)))}>{ids.length === proposals.length ? t('proposals.clear') : t('proposals.all')}</Button>
          <Button size="strip" look="primary" isDisabled={ids.length === 0 || dirty} isPending={decide.isPending && decide.variables.accept} onPress={() => decide.mutate({ accept: true, ids })}>{t('proposals.accept', { count: ids.length })}</Button>
          <Button size="strip" isDisabled={ids.length === 0} isPending={decide.isPending && !decide.variables.accept} onPress={() => decide.mutate({ accept: false, ids })}>{t('proposals.dismiss', { count: ids.length })}</Button>
        </div>
      </>}
    </section>
  );
}
