import { Label, Radio, RadioGroup } from 'react-aria-components';
import s from './controls.module.css';

export interface Choice<T extends string> { value: T; label: string }

/** One of a few, shown side by side as chips; arrow keys move, as in any radio group. */
export function Choices<T extends string>({ label, value, onChange, options, hideLabel, innerRef, onKeyDown, autoFocus }: {
  label: string; value: T | null; onChange: (value: T) => void; options: Choice<T>[]; hideLabel?: boolean;
  innerRef?: React.Ref<HTMLDivElement>; onKeyDown?: (event: React.KeyboardEvent) => void;
  /** The chosen one, else the first, has the focus from the beginning. */
  autoFocus?: boolean;
}) {
  return (
    <RadioGroup
      ref={innerRef}
      className={s.field}
      orientation="horizontal"
      value={value}
      onChange={(next) => { const found = options.find((option) => option.value === next); if (found) onChange(found.value); }}
      aria-label={hideLabel ? label : undefined}
    >
      {hideLabel ? null : <Label className={s.label}>{label}</Label>}
      <div className={s.choices} onKeyDown={onKeyDown}>
        {options.map((option, at) => <Radio key={option.value} value={option.value} className={s.choice} autoFocus={autoFocus && (value === null ? at === 0 : option.value === value)}>{option.label}</Radio>)}
      </div>
    </RadioGroup>
  );
}
