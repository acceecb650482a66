import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { minuteOf } from '../../ui/times';
import { dayName, isoDays, newKey, type Faults, type Hours, type WeekHours } from './calendar-draft';
import s from './deadlines.module.css';
import { HoursEditor } from './HoursEditor';

/** The hours of a usual week: a row for each day, fields to type in and the day drawn as a line. */
export function WeekGrid({ weekly, faults, onChange }: { weekly: WeekHours[]; faults: Faults; onChange: (weekly: WeekHours[]) => void }) {
  const t = useT();
  const formats = useFormats();
  const of = (day: number) => weekly.filter((hours) => hours.isoDay === day);
  const change = (key: string, changes: Partial<Hours>) => onChange(weekly.map((hours) => (hours.key === key ? { ...hours, ...changes } : hours)));
  const add = (isoDay: number) => {
    // After a day's last hours come its next ones; a closed day gets those of the day before it.
    const last = of(isoDay).at(-1);
    const like = last ? null : weekly.find((hours) => hours.isoDay === isoDay - 1);
    onChange([...weekly, { key: newKey(), isoDay, from: last?.to ?? like?.from ?? '08:00', to: last ? '24:00' : (like?.to ?? '16:00') }]);
  };
  const copyMonday = () => onChange([...weekly.filter((hours) => hours.isoDay === 1 || hours.isoDay > 5), ...[2, 3, 4, 5].flatMap((isoDay) => of(1).map((hours) => ({ ...hours, key: newKey(), isoDay })))]);
  return (
    <div className={s.section}>
      <table className={s.week}>
        <caption className="sr">{t('calendar.week')}</caption>
        <thead className="sr"><tr><th scope="col">{t('calendar.day')}</th><th scope="col">{t('calendar.hours')}</th></tr></thead>
        <tbody>
          {isoDays.map((day) => (
            <tr key={day}>
              <th scope="row">{dayName(day, formats)}</th>
              <td>
                <HoursEditor
                  day={dayName(day, formats)} hours={of(day)} faults={faults} pathOf={(row) => `weekly.${weekly.indexOf(row)}`}
                  onChange={change} onAdd={() => add(day)} onRemove={(key) => onChange(weekly.filter((hours) => hours.key !== key))}
                />
              </td>
              <td aria-hidden="true" className={s.lineCell}><Line hours={of(day)} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {faults.weekly ? <p className={s.fault}>{faults.weekly}</p> : null}
      <div><Button look="link" onPress={copyMonday}>{t('calendar.copyMonday')}</Button></div>
    </div>
  );
}

/** A day from midnight to midnight, open parts filled; what goes past midnight ends at the edge. */
function Line({ hours }: { hours: Hours[] }) {
  const place = (row: Hours) => {
    const from = minuteOf(row.from);
    const to = row.to <= row.from ? 24 * 60 : minuteOf(row.to);
    return { left: `${(from / 1440) * 100}%`, width: `${(Math.max(0, to - from) / 1440) * 100}%` };
  };
  return <span className={s.line}>{hours.filter((row) => /^\d\d:\d\d$/.test(row.from) && /^\d\d:\d\d$/.test(row.to)).map((row) => <span key={row.key} style={place(row)} />)}</span>;
}
