import { useId } from 'react';
import s from './controls.module.css';

/** The browser's own list: best on phones, and enough where there are a handful of choices. */
export function NativeSelect<T extends string>({ label, value, onChange, options, error }: {
  label: string; value: T; onChange: (value: T) => void; options: { value: T; label: string }[]; error?: string | null;
}) {
  const id = useId();
  return (
    <div className={s.field} data-invalid={error ? '' : undefined}>
      <label className={s.label} htmlFor={id}>{label}</label>
      <select
        id={id}
        className={s.select}
        value={value}
        aria-describedby={error ? `${id}-e` : undefined}
        onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value ?? value)}
      >
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
      {error ? <span id={`${id}-e`} className={s.error}>{error}</span> : null}
    </div>
  );
}
