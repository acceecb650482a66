import { X } from 'lucide-react';
import { useState } from 'react';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Check } from '../../ui/Check';
import c from '../../ui/controls.module.css';
import { DateTimeInput } from '../../ui/DateTimeInput';
import { newKey, type DayDraft, type Faults } from './calendar-draft';
import s from './deadlines.module.css';
import { HoursEditor } from './HoursEditor';

/** Dates on which the usual week does not hold, a year at a time. */
export function DaysEditor({ days, faults, today, night, onChange }: { days: DayDraft[]; faults: Faults; /** The week has hours that go past midnight, which a closed date cuts unless told otherwise. */ night: boolean; /** `YYYY-MM-DD` */ today: string; onChange: (days: DayDraft[]) => void }) {
  const t = useT();
  const formats = useFormats();
  const years = [...new Set([today.slice(0, 4), ...days.map((day) => day.date.slice(0, 4))])].filter((year) => /^\d{4}$/.test(year)).sort();
  const [year, setYear] = useState(today.slice(0, 4));
  const faulty = (day: DayDraft): boolean => Object.keys(faults).some((path) => path.startsWith(`days.${days.indexOf(day)}.`));
  // What has a fault is shown in every year, or it could not be mended.
  const shown = days.filter((day) => day.date.startsWith(year) || !/^\d{4}-/.test(day.date) || faulty(day));
  const change = (key: string, changes: Partial<DayDraft>) => onChange(days.map((day) => (day.key === key ? { ...day, ...changes } : day)));
  const add = () => onChange([...days, { key: newKey(), date: year === today.slice(0, 4) ? today : `${year}-01-01`, kind: 'CLOSED', source: 'CUSTOM', label: '', keepSpill: false, intervals: [] }]);
  return (
    <div className={s.section}>
      <div className={s.tools}>
        <label className={s.inlineLabel}>{t('calendar.year')} <select className={`${c.select} ${s.short}`} value={year} onChange={(event) => setYear(event.target.value)}>{years.map((each) => <option key={each} value={each}>{t('calendar.yearCount', { year: each, count: days.filter((day) => day.date.startsWith(each)).length })}</option>)}</select></label>
        <Button size="strip" onPress={add}>{t('calendar.addDay')}</Button>
      </div>
      {shown.length === 0 ? <p className={s.quiet}>{t('calendar.noDays', { year })}</p> : (
        <ul className={s.days}>
          {shown.map((day) => {
            const at = `days.${days.indexOf(day)}`;
            const name = day.label || (/^\d{4}-\d\d-\d\d$/.test(day.date) ? formats.date(day.date) : day.date);
            return (
              <li key={day.key} className={s.dayRow} aria-label={name}>
                <span className={s.dayDate}><DateTimeInput narrow hideLabel label={t('calendar.date')} value={day.date} error={faults[`${at}.date`]} onChange={(date) => { if (date) change(day.key, { date }); }} /></span>
                <label className={s.dayLabel}><span className="sr">{t('calendar.label')}</span><input className={c.input} value={day.label} maxLength={200} placeholder={t('calendar.label')} onChange={(event) => change(day.key, { label: event.target.value })} /></label>
                <label><span className="sr">{t('calendar.kindOfDay')}</span>
                  <select className={`${c.select} ${s.short}`} value={day.kind} onChange={(event) => change(day.key, event.target.value === 'HOURS' ? { kind: 'HOURS', intervals: day.intervals.length ? day.intervals : [{ key: newKey(), from: '08:00', to: '12:00' }] } : { kind: 'CLOSED' })}>
                    <option value="CLOSED">{t('calendar.closed')}</option><option value="HOURS">{t('calendar.ownHours')}</option>
                  </select>
                </label>
                <span className={s.dayHours}>
                  {day.kind === 'HOURS' ? <>
                    <HoursEditor
                      day={name} hours={day.intervals} faults={faults} pathOf={(row) => `${at}.intervals.${day.intervals.indexOf(row)}`}
                      onChange={(key, hours) => change(day.key, { intervals: day.intervals.map((row) => (row.key === key ? { ...row, ...hours } : row)) })}
                      onAdd={() => change(day.key, { intervals: [...day.intervals, { key: newKey(), from: day.intervals.at(-1)?.to ?? '08:00', to: '24:00' }] })}
                      onRemove={(key) => change(day.key, { intervals: day.intervals.filter((row) => row.key !== key) })}
                    />
                    {faults[`${at}.intervals`] ? <span className={c.error}>{faults[`${at}.intervals`]}</span> : null}
                  </> : night || day.keepSpill ? <Check selected={day.keepSpill} onChange={(keepSpill) => change(day.key, { keepSpill })}>{t('calendar.keepSpill')}</Check> : null}
                </span>
                <span className={s.source}>{t(`calendar.source.${day.source}`)}</span>
                <Button look="quiet" size="strip" icon aria-label={t('calendar.removeDay', { day: name })} onPress={() => onChange(days.filter((each) => each.key !== day.key))}><X size={14} strokeWidth={1.75} aria-hidden="true" /></Button>
              </li>
            );
          })}
        </ul>
      )}
      {faults.days ? <p className={s.fault}>{faults.days}</p> : null}
    </div>
  );
}
