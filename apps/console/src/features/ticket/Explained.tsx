import type { ReactNode } from 'react';
import { useNow } from '../../data/clock';
import type { OpenedTicket } from '../../data/types';
import { useFormats, type Formats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { shopZone } from '../../i18n/zone';
import { Button } from '../../ui/Button';
import { leftSpan, workSpan } from '../../ui/when-words';
import { Notice } from '../../ui/Notice';
import { targetWords } from '../../ui/target-words';
import s from './deadlines.module.css';
import { eventWords, reminderState, stepWords, type Explanation } from './event-words';
import { errorWords, lastDay, reasonWords, stripWords } from './strip-words';

/** Everything a due time is made of: what was promised, what has been counted, and what is planned. */
export function Explained({ told, title, opened, onClose }: { told: Explanation; title: string; opened: OpenedTicket; onClose: () => void }) {
  const t = useT();
  const formats = useFormats();
  const now = useNow();
  const { deadline: clock } = told;
  const words = stripWords(clock, now, now, t, formats);
  const sum = told.slices.reduce((total, slice) => total + slice.openMs, 0);
  const versioned = (name: string | null, version: number | null): string | null => (name === null ? null : version === null ? name : t('deadline.explain.versioned', { name, version }));
  return (
    <>
      <section className={s.section} aria-label={title}>
        <h3 className={s.h3}>{title}</h3>
        <p><strong>{words.value}</strong>{words.of ? ` · ${words.of}` : ''}</p>
        {clock.errorCode ? <Notice tone="danger">{t('deadline.explain.error', { why: errorWords(clock.errorCode, t) })}</Notice> : null}
        {clock.breachedByRetarget ? <Notice tone="info">{t('deadline.explain.byRetarget')}</Notice> : null}
        {clock.corrected ? <Notice tone="info">{t('deadline.explain.corrected')}</Notice> : null}
        <div className={s.facts}>
          <dl>
            <Fact label={t('deadline.explain.target')}>{targetWords(told.unit, told.amount, t)}</Fact>
            <Fact label={t('deadline.explain.policy')}>{versioned(told.policyName, told.policyVersion)}</Fact>
            <Fact label={t('deadline.explain.calendar')}>{[versioned(told.calendarName, told.calendarVersion), told.zone && told.zone !== shopZone() ? told.zone : null].filter(Boolean).join(' · ') || null}</Fact>
            <Fact label={t('deadline.explain.started')}>{formats.full(clock.startedAt)} <Because id={told.startEntryId} opened={opened} onClose={onClose} /></Fact>
            <Fact label={clock.fixed ? t('deadline.explain.dueFixed') : t('deadline.explain.due')}>{clock.dueAt ? formats.full(clock.dueAt) : null}</Fact>
            <Fact label={t('deadline.explain.warn')}>{clock.state === 'RUNNING' && clock.warnAt && clock.dueAt && Date.parse(clock.dueAt) > now ? formats.full(clock.warnAt) : null}</Fact>
            <Fact label={t('deadline.explain.legal')}>{clock.legalDueAt ? [formats.date(lastDay(clock.legalDueAt)), told.bufferBusinessDays ? t('deadline.explain.buffer', { count: told.bufferBusinessDays }) : null].filter(Boolean).join(' · ') : null}</Fact>
            <Fact label={t('deadline.explain.breached')}>{clock.breachedAt ? formats.full(clock.breachedAt) : null}</Fact>
            <Fact label={t('deadline.explain.stopped')}>{clock.stoppedAt ? [formats.full(clock.stoppedAt), reasonWords(clock.outcomeReason, t)].filter(Boolean).join(' · ') : null}</Fact>
            <Fact label={t('deadline.explain.used')}>{clock.targetWorkMs === null ? workSpan(clock.consumedWorkMs, t) : t('deadline.explain.usedOf', { used: workSpan(clock.consumedWorkMs, t), target: workSpan(clock.targetWorkMs, t) })}</Fact>
            <Fact label={t('deadline.explain.left')}>{clock.state === 'RUNNING' && clock.remainingWorkMs !== null && clock.remainingWorkMs > 0 ? leftSpan(clock.remainingWorkMs, t) : null}</Fact>
            <Fact label={t('deadline.explain.opens')}>{clock.state === 'RUNNING' && clock.nextOpenAt ? formats.full(clock.nextOpenAt) : null}</Fact>
          </dl>
        </div>
      </section>
      <section className={s.section} aria-label={t('deadline.explain.slices')}>
        <h3 className={s.h3}>{t('deadline.explain.slices')}</h3>
        {told.slices.length === 0 ? <p className={s.quiet}>{t('deadline.explain.noSlices')}</p> : (
          <table className={s.table}>
            <thead><tr><th scope="col">{t('deadline.explain.from')}</th><th scope="col">{t('deadline.explain.to')}</th><th scope="col">{t('deadline.explain.calendar')}</th><th scope="col" className={s.num}>{t('deadline.explain.counted')}</th></tr></thead>
            <tbody>{told.slices.map((slice) => <tr key={`${slice.from}${slice.calendarVersion}`}><td>{formats.full(slice.from)}</td><td>{slice.to ? formats.full(slice.to) : t('deadline.explain.now')}</td><td>{versioned(slice.calendarName, slice.calendarVersion)}</td><td className={s.num}>{workSpan(slice.openMs, t)}</td></tr>)}</tbody>
            <tfoot><tr><th scope="row" colSpan={3}>{t('deadline.explain.sum')}</th><th className={s.num}>{workSpan(sum, t)}</th></tr></tfoot>
          </table>
        )}
      </section>
      <Lines title={t('deadline.explain.pauses')} rows={told.pauses.map((pause) => ({ key: pause.from, at: period(pause.from, pause.to, t('deadline.explain.now'), formats), text: reasonWords(pause.reason, t) }))} />
      <Lines title={t('deadline.explain.events')} rows={told.events.map((event) => ({
        key: String(event.seq), at: formats.full(event.at), off: event.ignored,
        text: [eventWords(event, t, formats), event.actor?.name, event.ignored ? t('deadline.explain.ignored') : null].filter(Boolean).join(' · '),
      }))} />
      <Lines title={t('deadline.explain.reminders')} rows={told.reminders.map((reminder) => ({
        key: `${reminder.step}${reminder.fireAt}`, at: formats.full(reminder.firedAt ?? reminder.fireAt), off: !['scheduled', 'claimed', 'fired'].includes(reminder.state),
        text: [stepWords(reminder.step, t), reminderState(reminder.state, t), reminder.late ? t('reminder.late') : null].filter(Boolean).join(' · '),
      }))} />
    </>
  );
}

const period = (from: string, to: string | null, now: string, formats: Formats): string => `${formats.full(from)} – ${to ? formats.full(to) : now}`;

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return children === null ? null : <><dt>{label}</dt><dd>{children}</dd></>;
}

function Lines({ title, rows }: { title: string; rows: { key: string; at: string; text: string; off?: boolean }[] }) {
  if (rows.length === 0) return null;
  return (
    <section className={s.section} aria-label={title}>
      <h3 className={s.h3}>{title}</h3>
      <ul className={s.list}>{rows.map((row) => <li key={row.key} data-off={row.off ? '' : undefined}><span className={s.quiet}>{row.at}</span> {row.text}</li>)}</ul>
    </section>
  );
}

/** The entry that set the clock going; a way to it while it is on screen. */
function Because({ id, opened, onClose }: { id: string | null; opened: OpenedTicket; onClose: () => void }) {
  const t = useT();
  const entry = id ? opened.entries.find((each) => each.id === id) : undefined;
  if (!entry) return null;
  const go = () => {
    onClose();
    requestAnimationFrame(() => { const place = document.getElementById(`e-${entry.id}`); place?.scrollIntoView({ block: 'center' }); });
  };
  return <Button look="link" onPress={go}>{t('deadline.explain.because', { what: t(`entry.${entry.kind}`), who: entry.author?.name ?? entry.authorName ?? t('author.customer') })}</Button>;
}
