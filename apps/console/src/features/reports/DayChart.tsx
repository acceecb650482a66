import type { GroupFieldsFragment } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { FigureLink, type Scope } from './FigureLink';
import s from './reports.module.css';

const parts = ['overdueOpen', 'late', 'met'] as const;

/** Bars of what was due day by day; each part opens its cases. The table under it says the same in figures. */
export function DayChart({ days, scope }: { days: readonly GroupFieldsFragment[]; scope: Scope }) {
  const t = useT();
  const formats = useFormats();
  const most = Math.max(1, ...days.map((day) => day.figures.due));
  const step = Math.ceil(days.length / 16);
  return (
    <figure className={s.chart} aria-label={t('report.chart')}>
      <figcaption className={s.legend}>
        {[...parts].reverse().map((part) => <span key={part}><span className={s.swatch} data-part={part} aria-hidden="true" />{t(`report.figure.${part}`)}</span>)}
      </figcaption>
      <div className={s.plot}>
        <div className={s.scale} aria-hidden="true"><span>{formats.number(most)}</span><span>0</span></div>
        <ol className={s.bars}>
          {days.map(({ key, figures: f }, at) => (
            <li key={key}>
              <div className={s.track}><div className={s.bar} style={{ height: `${(f.due / most) * 100}%` }}>
                {parts.map((part) => f[part] ? (
                  <span key={part} className={s.slice} data-part={part} style={{ flexGrow: f[part] }}>
                    <FigureLink scope={{ ...scope, by: 'day', group: key }} figure={part} count={f[part]} className={s.fill} label={t('report.bar', { day: formats.shortDate(key), count: f[part], figure: t(`report.figure.${part}`) })}><span /></FigureLink>
                  </span>
                ) : null)}
              </div></div>
              <span className={s.tick} aria-hidden="true">{at % step === 0 ? formats.shortDate(key) : ''}</span>
            </li>
          ))}
        </ol>
      </div>
    </figure>
  );
}
