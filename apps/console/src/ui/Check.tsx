import { Check as Tick } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import s from './controls.module.css';

export function Check({ children, selected, onChange }: { children: ReactNode; selected: boolean; onChange: (selected: boolean) => void }) {
  return (
    <Checkbox className={s.check} isSelected={selected} onChange={onChange}>
      <span className={s.box} aria-hidden="true">{selected ? <Tick size={14} strokeWidth={2.5} /> : null}</span>
      {children}
    </Checkbox>
  );
}
