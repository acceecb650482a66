import { useRef } from 'react';
import s from './pane-divider.module.css';

/** The line between two panes: dragged with a pointer, moved with arrow keys. */
export function PaneDivider({ label, value, min, max, side, onChange }: { label: string; value: number; min: number; max: number; side: 'left' | 'right'; onChange: (width: number) => void }) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const set = (width: number) => onChange(Math.round(Math.max(min, Math.min(max, width))));
  const sign = side === 'left' ? 1 : -1;
  return (
    <div
      role="separator" tabIndex={0} aria-orientation="vertical" aria-label={label} aria-valuenow={value} aria-valuemin={min} aria-valuemax={max} className={side === 'left' ? s.divider : `${s.divider} ${s.atLeft}`}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 16 : event.key === 'ArrowLeft' ? -16 : 0;
        if (step) { event.preventDefault(); set(value + step * sign); }
      }}
      onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); start.current = { x: event.clientX, width: value }; }}
      onPointerMove={(event) => { if (start.current) set(start.current.width + (event.clientX - start.current.x) * sign); }}
      onPointerUp={() => { start.current = null; }}
    />
  );
}
