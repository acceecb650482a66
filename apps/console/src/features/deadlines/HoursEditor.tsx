import { Plus, X } from 'lucide-react';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { TimeInput } from '../../ui/TimeInput';
import type { Faults, Hours } from './calendar-draft';
import s from './deadlines.module.css';

const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** The open hours of one day, any number of them. @param pathOf where a row's faults are found, by its place in the list that is sent */
export function HoursEditor<T extends Hours>({ day, hours, faults, pathOf, onChange, onAdd, onRemove }: {
  /** The day's name, for the names of the fields. */
  day: string; hours: T[]; faults: Faults; pathOf: (row: T) => string;
  onChange: (key: string, changes: Partial<Hours>) => void; onAdd: () => void; onRemove: (key: string) => void;
}) {
  const t = useT();
  const formats = useFormats();
  return (
    <div className={s.hours}>
      {hours.map((row) => {
        const path = pathOf(row);
        return (
          <span key={row.key} className={s.interval}>
            <TimeInput label={t('calendar.opensOn', { day })} value={row.from} error={faults[`${path}.from`] ?? faults[path]} onChange={(from) => onChange(row.key, { from })} />
            <span aria-hidden="true">–</span>
            <TimeInput label={t('calendar.closesOn', { day })} value={row.to} error={faults[`${path}.to`]} onChange={(to) => onChange(row.key, { to })} />
            {row.to <= row.from ? <span className={s.quiet}>{t('calendar.nextDay')}</span> : null}
            <Button look="quiet" size="strip" icon aria-label={t('calendar.removeHours', { hours: `${day} ${formats.clock(row.from)}–${formats.clock(row.to)}` })} onPress={() => onRemove(row.key)}><X {...icon} /></Button>
          </span>
        );
      })}
      {hours.length === 0 ? <span className={s.quiet}>{t('calendar.closed')}</span> : null}
      <Button look="quiet" size="strip" icon aria-label={t('calendar.addHours', { day })} onPress={onAdd}><Plus {...icon} /></Button>
    </div>
  );
}
