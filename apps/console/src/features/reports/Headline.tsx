import { useIntl } from 'react-intl';
import type { ReactNode } from 'react';
import type { FigureFieldsFragment } from '../../graphql/generated/graphql';
import { useLocaleId, useT } from '../../i18n/intl';
import { FigureLink, type Scope } from './FigureLink';
import { metrics, type FigureName } from './report-search';
import s from './reports.module.css';
import { calendarTime, interval, percent, SMALL, workTime } from './report-words';

/** What the period comes to, in one sentence, and its four figures. */
export function Headline({ figures: f, scope }: { figures: FigureFieldsFragment; scope: Scope }) {
  const t = useT();
  const intl = useIntl();
  const locale = useLocaleId();
  const link = (figure: FigureName, count: number) => (words: ReactNode) => <FigureLink key={figure} scope={scope} figure={figure} count={count}>{words}</FigureLink>;
  const metric = metrics[scope.search.metric ?? 'first_reply'];
  const within = interval(f.shareLow, f.shareHigh, locale);
  const small = f.due < SMALL ? <span className={s.quiet}>{t('report.small')}</span> : null;
  return (
    <>
      <p className={s.sentence}>
        {f.due
          ? intl.formatMessage({ id: 'report.sentence' }, { metric, share: percent(f.share, locale), met: f.met, due: f.due, all: link('due', f.due), kept: link('met', f.met), of: link('due', f.due) })
          : t('report.noneDue')}
        {f.arrived ? <> {intl.formatMessage({ id: f.workP50?.atLeast ? 'report.halfWait' : 'report.half' }, { metric, time: workTime(f.workP50 ? { ms: f.workP50.ms, atLeast: false } : null, t).replaceAll(' ', '\u00a0'), arrived: f.arrived, open: f.open, all: link('arrived', f.arrived), waiting: link('open', f.open) })}</> : null}
      </p>
      <dl className={s.band}>
        <div>
          <dt>{t('report.inTime')}</dt>
          <dd className={s.figure} data-small={f.due < SMALL ? '' : undefined}><FigureLink scope={scope} figure="due" count={f.due}>{percent(f.share, locale)}</FigureLink></dd>
          <dd>{t('report.metOfDue', { met: f.met, due: f.due })} {f.due ? small : null}</dd>
          {within ? <dd>{t('report.interval', { within })}</dd> : null}
        </div>
        <Time name={t('report.median')} work={f.workP50} calendar={f.calendarP50} arrived={f.arrived} scope={scope} />
        <Time name={t('report.p90')} work={f.workP90} calendar={f.calendarP90} arrived={f.arrived} scope={scope} />
        <div>
          <dt>{t('report.figure.open')}</dt>
          <dd className={s.figure}><FigureLink scope={scope} figure="open" count={f.open} /></dd>
          <dd>{t('report.ofArrived', { arrived: f.arrived })}</dd>
        </div>
      </dl>
    </>
  );
}

function Time({ name, work, calendar, arrived, scope }: { name: string; work: FigureFieldsFragment['workP50']; calendar: FigureFieldsFragment['workP50']; arrived: number; scope: Scope }) {
  const t = useT();
  return (
    <div>
      <dt>{name}</dt>
      <dd className={s.figure} data-small={arrived < SMALL ? '' : undefined}><FigureLink scope={scope} figure="arrived" count={arrived}>{workTime(work, t)}</FigureLink></dd>
      <dd>{work ? t('report.working') : t('report.noneArrived')} {arrived > 0 && arrived < SMALL ? <span className={s.quiet}>{t('report.small')}</span> : null}</dd>
      {calendar ? <dd>{t('report.calendar', { time: calendarTime(calendar, t) })}</dd> : null}
    </div>
  );
}

const rows: readonly (readonly FigureName[])[] = [['due', 'met', 'late', 'overdueOpen'], ['cancelled', 'waived', 'metInContact'], ['arrived', 'open']];

/** Every case of the period, each in its place: those of the share, those beside it, those who arrived. */
export function Counts({ figures: f, scope }: { figures: FigureFieldsFragment; scope: Scope }) {
  const t = useT();
  return (
    <div className={s.counts}>
      {(['share', 'beside', 'arrivals'] as const).map((part, at) => (
        <section key={part} aria-label={t(`report.part.${part}`)}>
          <h2 className={s.part}>{t(`report.part.${part}`)}</h2>
          <dl>
            {rows[at]?.map((figure) => <div key={figure}><dt>{t(figure === 'due' ? 'report.total' : `report.figure.${figure}`)}</dt><dd><FigureLink scope={scope} figure={figure} count={f[figure]} /></dd></div>)}
          </dl>
        </section>
      ))}
    </div>
  );
}
