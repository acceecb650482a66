import { useId, useState } from 'react';
import { useFormats } from '../i18n/formats';
import s from './controls.module.css';
import { cx } from './cx';
import { readTime, stepTime } from './times';

const quarter = 15;

/**
 * A time of day, typed in any form and written as clocks are; arrow keys move it by a quarter of an hour. What is no time is kept as
 * typed, so that its fault can be shown. The value is `HH:MM`, `24:00` included.
 */
export function TimeInput({ label, showLabel, value, onChange, error }: { label: string; showLabel?: boolean; value: string; onChange: (value: string) => void; error?: string }) {
  const formats = useFormats();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const settle = (text: string) => { setTyped(null); onChange(readTime(text) ?? text); };
  return (
    <span className={cx(s.time, showLabel && s.field)} data-invalid={error ? '' : undefined}>
      {showLabel ? <label className={s.label} htmlFor={`${id}-i`}>{label}</label> : null}
      <input
        id={`${id}-i`} className={cx(s.input, s.timeInput)} aria-label={showLabel ? undefined : label} inputMode="numeric" autoComplete="off" maxLength={10} value={typed ?? formats.clock(value)}
        aria-invalid={error ? true : undefined} aria-describedby={error ? id : undefined}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => { setTyped(event.target.value); const time = readTime(event.target.value); if (time) onChange(time); }}
        onBlur={() => { if (typed !== null) settle(typed); }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          setTyped(null);
          onChange(stepTime(readTime(typed ?? value) ?? '08:00', event.key === 'ArrowUp' ? quarter : -quarter));
        }}
      />
      {error ? <span id={id} className={s.error}>{error}</span> : null}
    </span>
  );
}
