import { Link } from '@tanstack/react-router';
import { Failure } from '../../app/failure';
import type { PreviewCalendarChangeQuery } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { Notice } from '../../ui/Notice';
import s from './deadlines.module.css';

export type Effect = PreviewCalendarChangeQuery['previewCalendarChange'];

/** What a change would do to clocks that run, counted by the server before anything is saved. */
export function EffectPreview({ effect, error, pending, onRetry }: { effect: Effect | undefined; error: unknown; pending: boolean; onRetry: () => void }) {
  const t = useT();
  const formats = useFormats();
  if (error) return <Failure error={error} what={t('effect.title')} onRetry={onRetry} />;
  if (!effect || pending) return <p className={s.quiet} role="status">{t('effect.counting')}</p>;
  if (effect.moves === 0) return <Notice tone="ok">{t('effect.none')}</Notice>;
  const lines = [
    t('effect.moves', { count: effect.moves }), effect.becomeOverdue ? t('effect.overdue', { count: effect.becomeOverdue }) : null,
    effect.becomeMetAble ? t('effect.metAble', { count: effect.becomeMetAble }) : null, effect.legalUntouched ? t('effect.legal', { count: effect.legalUntouched }) : null,
  ].filter((line) => line !== null);
  return (
    <section className={s.section} aria-label={t('effect.title')}>
      <Notice tone={effect.becomeOverdue ? 'warn' : 'info'}>{lines.join(' ')}</Notice>
      {effect.sample.length ? (
        <table className={s.table}>
          <thead><tr><th scope="col">{t('effect.ticket')}</th><th scope="col">{t('effect.what')}</th><th scope="col">{t('effect.before')}</th><th scope="col">{t('effect.after')}</th></tr></thead>
          <tbody>
            {effect.sample.map((row, at) => (
              <tr key={`${row.ticketNumber}${row.metric}${at}`}>
                <td>{row.ticketNumber === null ? '–' : <Link to="/t/$number" params={{ number: String(row.ticketNumber) }} target="_blank">#{row.ticketNumber}</Link>}</td>
                <td>{t(`deadline.metric.${row.metric}`)}</td><td>{row.from ? formats.full(row.from) : '–'}</td><td>{row.to ? formats.full(row.to) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}
