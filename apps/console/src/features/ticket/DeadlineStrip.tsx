import { Check, CirclePause, Clock as ClockIcon, Moon, Scale, TriangleAlert } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { LoadBoundary } from '../../app/LoadBoundary';
import { useNow } from '../../data/clock';
import type { Clock, OpenedTicket, Row } from '../../data/types';
import { useFormats } from '../../i18n/formats';
import { useT, withRooms } from '../../i18n/intl';
import { announce } from '../../ui/announce';
import { lookOf, stripOf } from '../../ui/clock-state';
import { when } from '../../ui/when-words';
import { cx } from '../../ui/cx';
import s from './deadlines.module.css';
import { stripWords } from './strip-words';
import { useFreshClocks } from './useFreshClocks';

const ExplainDialog = lazy(async () => ({ default: (await withRooms(import('./ExplainDialog'))).ExplainDialog }));
const icon = { size: 14, strokeWidth: 2, 'aria-hidden': true } as const;
const icons = { met: <Check {...icon} />, late: <TriangleAlert {...icon} />, missed: <TriangleAlert {...icon} />, error: <TriangleAlert {...icon} />, soon: <ClockIcon {...icon} />, closed: <Moon {...icon} />, paused: <CirclePause {...icon} />, suspended: <CirclePause {...icon} /> };

/** What was promised in this matter, in at most three cells; each opens how it is counted. */
export function DeadlineStrip({ row, opened, mayFix }: { row: Row; opened: OpenedTicket | null; mayFix: boolean }) {
  const t = useT();
  const formats = useFormats();
  const now = useNow();
  const [explained, setExplained] = useState<string | null>(null);
  const clocks = opened ? stripOf(opened.ticket.deadlines) : [];
  useFreshClocks(opened, now);
  useCrossing(clocks, now);
  const back = row.status === 'SNOOZED' && row.snoozeUntil ? <p className={s.line}><span className={s.quiet}>{t('snooze.title')}</span><strong>{formats.full(row.snoozeUntil)}</strong></p> : null;
  if (!opened) return back;
  if (clocks.length === 0) return <>{back}{opened.ticket.noPolicy ? <p className={s.line}><span className={s.quiet}>{t('deadline.noPolicy')}</span></p> : null}</>;
  return (
    <>
      {back}
      <div className={s.strip} role="group" aria-label={t('deadline.strip.label')}>
        {clocks.map((clock) => <Cell key={clock.id} clock={clock} readAt={opened.clocksAt} now={now} onOpen={() => setExplained(clock.id)} />)}
      </div>
      {explained ? (
        <LoadBoundary onClose={() => setExplained(null)}><Suspense>
          <ExplainDialog opened={opened} id={explained} mayFix={mayFix} onPick={setExplained} onClose={() => setExplained(null)} />
        </Suspense></LoadBoundary>
      ) : null}
    </>
  );
}

function Cell({ clock, readAt, now, onOpen }: { clock: Clock; readAt: number; now: number; onOpen: () => void }) {
  const t = useT();
  const formats = useFormats();
  const words = stripWords(clock, readAt, now, t, formats);
  const due = clock.dueAt && ['soon', 'late'].includes(words.look) ? when(clock.dueAt, now, t, formats).full : undefined;
  return (
    <button type="button" className={cx(s.cell, s[words.look])} aria-haspopup="dialog" onClick={onOpen} title={due}>
      <span className={s.label}>{t(`deadline.metric.${clock.metric}`)}{clock.metric === 'NEXT_REPLY' && clock.cycle > 1 ? <span className="sr"> {clock.cycle}</span> : null}</span>
      <span className={s.value}>
        {words.look in icons ? icons[words.look as keyof typeof icons] : clock.metric === 'STATUTORY' ? <Scale {...icon} /> : null}
        <span>{words.value}</span>
        {words.look === 'met' ? <span className="sr">, {t('deadline.strip.met')}</span> : null}
      </span>
      <span className={s.of}>{[words.of, words.legal, clock.fixed ? t('deadline.strip.fixed') : null].filter(Boolean).join(' · ') || ' '}</span>
      <span className="sr">, {t('deadline.explain.title')}</span>
    </button>
  );
}

/** Said once, when a clock of the open ticket runs out while somebody is looking. */
function useCrossing(clocks: Clock[], now: number): void {
  const t = useT();
  const seen = useRef(new Map<string, boolean>());
  useEffect(() => {
    for (const clock of clocks) {
      const late = lookOf(clock, now) === 'late';
      if (late && seen.current.get(clock.id) === false) announce(t('deadline.say.nowLate', { metric: clock.metric }));
      seen.current.set(clock.id, late);
    }
  });
}
