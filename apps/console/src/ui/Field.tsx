import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import s from './controls.module.css';
import { cx } from './cx';

export interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | null;
  hint?: ReactNode;
  optional?: string;
  required?: boolean;
  type?: InputHTMLAttributes<HTMLInputElement>['type'];
  autoComplete?: string;
  autoFocus?: boolean;
  multiline?: boolean;
  rows?: number;
  lang?: string;
  inputMode?: 'tel' | 'text' | 'email' | 'numeric';
  inputClassName?: string;
  inputRef?: Ref<HTMLInputElement>;
  areaRef?: Ref<HTMLTextAreaElement>;
  onKeyDown?: (event: React.KeyboardEvent) => void;
  isDisabled?: boolean;
  /** What stands there already is replaced by the first key. */
  selectOnFocus?: boolean;
}

/** A labelled text field with its hint and its error, tied together for assistive technology. */
export function Field(props: FieldProps) {
  const { label, value, onChange, error, hint, optional, required, type, autoComplete, autoFocus, multiline, rows, isDisabled } = props;
  return (
    <TextField
      className={s.field}
      value={value}
      onChange={onChange}
      isInvalid={Boolean(error)}
      isRequired={required}
      isDisabled={isDisabled}
      type={type as 'text'}
      autoComplete={autoComplete}
      autoFocus={autoFocus}
      validationBehavior="aria"
    >
      <Label className={s.label}>{label}{optional ? <span className={s.optional}> {optional}</span> : null}</Label>
      {hint ? <Text slot="description" className={s.hint}>{hint}</Text> : null}
      {multiline
        ? <TextArea className={s.area} rows={rows ?? 4} ref={props.areaRef} lang={props.lang} onKeyDown={props.onKeyDown} />
        : <Input className={cx(s.input, props.inputClassName)} ref={props.inputRef} inputMode={props.inputMode} onKeyDown={props.onKeyDown} spellCheck={type === 'email' ? false : undefined} onFocus={props.selectOnFocus ? (event) => event.currentTarget.select() : undefined} />}
      <FieldError className={s.error}>{error}</FieldError>
    </TextField>
  );
}
