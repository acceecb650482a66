import { parseDate, parseDateTime, type CalendarDate, type CalendarDateTime } from '@internationalized/date';
import type { ReactNode } from 'react';
import { DateField, DateInput, DateSegment, FieldError, Label, Text } from 'react-aria-components';
import s from './controls.module.css';

/** What the text of the field means; null for what is no date. */
function read(value: string): CalendarDate | CalendarDateTime | null {
  try {
    return value.includes('T') ? parseDateTime(value) : parseDate(value);
  } catch {
    return null;
  }
}

/**
 * A day, or a day and a time, written as the screen's language writes them whatever the browser's own language is; each part is moved by
 * arrow keys or typed. The value is `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, and empty while a part is missing.
 */
export function DateTimeInput({ label, hideLabel, value, onChange, time, error, hint, autoFocus, narrow }: {
  label: string; hideLabel?: boolean; value: string; onChange: (value: string) => void; time?: boolean; error?: string | null; hint?: ReactNode; autoFocus?: boolean; narrow?: boolean;
}) {
  return (
    <DateField
      className={s.field} aria-label={hideLabel ? label : undefined} value={read(value)} granularity={time ? 'minute' : 'day'} hourCycle={24} autoFocus={autoFocus} isInvalid={Boolean(error)} validationBehavior="aria"
      onChange={(next) => onChange(next ? next.toString().slice(0, time ? 16 : 10) : '')}
    >
      {hideLabel ? null : <Label className={s.label}>{label}</Label>}
      {hint ? <Text slot="description" className={s.hint}>{hint}</Text> : null}
      <DateInput className={narrow ? `${s.input} ${s.segments} ${s.narrow}` : `${s.input} ${s.segments}`}>{(segment) => <DateSegment segment={segment} className={s.segment} />}</DateInput>
      <FieldError className={s.error}>{error}</FieldError>
    </DateField>
  );
}
