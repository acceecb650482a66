import p from '../../app/page.module.css';
import type { GroupFieldsFragment } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useLocaleId, useT } from '../../i18n/intl';
import { cx } from '../../ui/cx';
import { FigureLink, type Scope } from './FigureLink';
import type { FigureName, Grouping } from './report-search';
import s from './reports.module.css';
import { calendarTime, groupName, interval, percent, SMALL, workTime } from './report-words';

const before: readonly FigureName[] = ['late', 'overdueOpen'];
const after: readonly FigureName[] = ['open', 'cancelled', 'waived', 'metInContact'];

/** One line for each kind, team or day, by name: a figure of few cases is no reason to stand above another. */
export function GroupTable({ by, groups, scope, caption }: { by: Grouping; groups: readonly GroupFieldsFragment[]; scope: Scope; caption: string }) {
  const t = useT();
  const formats = useFormats();
  const locale = useLocaleId();
  const named = groups.map((group) => ({ ...group, name: groupName(by, group.key, group.label, t, formats) }));
  if (by === 'kind') named.sort((a, b) => a.name.localeCompare(b.name, locale));
  return (
    <div className={p.tableWrap} tabIndex={0} role="region" aria-label={caption}>
      <table className={cx(p.table, s.table)}>
        <thead>
          <tr>
            <th scope="col">{t(by === 'day' ? 'report.day' : by === 'team' ? 'field.team' : 'field.kind')}</th>
            <th scope="col" className={p.right}>{t('report.figure.due')}</th><th scope="col" className={p.right}>{t('report.figure.met')}</th>
            {before.map((figure) => <th key={figure} scope="col" className={p.right}>{t(`report.figure.${figure}`)}</th>)}
            <th scope="col" className={p.right}>{t('report.figure.arrived')}</th><th scope="col" className={p.right}>{t('report.median')}</th><th scope="col" className={p.right}>{t('report.p90')}</th>
            {after.map((figure) => <th key={figure} scope="col" className={p.right}>{t(`report.figure.${figure}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {named.map(({ key, name, figures: f }) => {
            const own: Scope = { ...scope, by, group: key };
            const cell = (figure: FigureName) => <td key={figure} className={p.right}><FigureLink scope={own} figure={figure} count={f[figure]} label={f[figure] ? t('report.cell', { name, figure: t(`report.figure.${figure}`), count: f[figure] }) : undefined} /></td>;
            const few = f.arrived < SMALL ? '' : undefined;
            return (
              <tr key={key}>
                <th scope="row">{name}</th>
                {cell('due')}
                <td className={p.right} data-few={f.due < SMALL ? '' : undefined}>
                  <span className={s.main}><FigureLink scope={own} figure="met" count={f.met} label={f.met ? t('report.cell', { name, figure: t('report.figure.met'), count: `${f.met} · ${percent(f.share, locale)}` }) : undefined}>{f.due ? `${formats.number(f.met)} · ${percent(f.share, locale)}` : formats.number(f.met)}</FigureLink></span>
                  {f.due ? <span className={s.sub}>{f.due < SMALL ? t('report.small') : interval(f.shareLow, f.shareHigh, locale)}</span> : null}
                </td>
                {before.map(cell)}
                {cell('arrived')}
                <td className={p.right} data-few={few}><span className={s.main}><FigureLink scope={own} figure="arrived" count={f.arrived}>{workTime(f.workP50, t)}</FigureLink></span>{f.calendarP50 ? <span className={s.sub}>{calendarTime(f.calendarP50, t)}</span> : null}</td>
                <td className={p.right} data-few={few}><span className={s.main}><FigureLink scope={own} figure="arrived" count={f.arrived}>{workTime(f.workP90, t)}</FigureLink></span>{f.calendarP90 ? <span className={s.sub}>{calendarTime(f.calendarP90, t)}</span> : null}</td>
                {after.map(cell)}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
