import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { Button, type ButtonProps } from './Button';
import { Kbd } from './Kbd';
import s from './overlays.module.css';

export interface MenuEntry {
  id: string;
  label: string;
  hint?: string;
  /** Pressed while the menu is open, picks the entry at once. */
  letter?: string;
  icon?: ReactNode;
  disabled?: boolean;
}

/** A button that opens a list of choices; typing moves to a choice, its letter takes it. */
export function MenuButton({ label, button, entries, selected, onPick, open, onOpenChange, title, children, placement }: {
  /** Name for assistive technology when the button shows only a value. */
  label: string;
  button?: Omit<ButtonProps, 'children'>;
  entries: MenuEntry[];
  selected?: string | null;
  onPick: (id: string) => void;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title?: string;
  children: ReactNode;
  placement?: 'bottom start' | 'bottom end' | 'top end' | 'top start';
}) {
  const takeLetter = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const hit = entries.find((entry) => entry.letter === event.key.toLowerCase());
    if (!hit || hit.disabled) return;
    event.preventDefault();
    event.stopPropagation();
    onOpenChange?.(false);
    onPick(hit.id);
  };
  const items = entries.map((entry) => (
    <MenuItem key={entry.id} id={entry.id} textValue={entry.label} className={s.item} isDisabled={entry.disabled}>
      {selected !== undefined ? <span className={s.check} aria-hidden="true">{selected === entry.id ? <Check size={16} strokeWidth={1.75} /> : null}</span> : null}
      {entry.icon}
      <span className={s.itemText}>{entry.label}</span>
      {entry.hint ? <span className={s.itemHint}>{entry.hint}</span> : null}
      {entry.letter ? <Kbd keys={entry.letter} /> : null}
    </MenuItem>
  ));
  return (
    <MenuTrigger isOpen={open} onOpenChange={onOpenChange}>
      <Button {...button} aria-label={label}>{children}</Button>
      <Popover className={s.popover} placement={placement ?? 'bottom start'} offset={4}>
        <div onKeyDownCapture={takeLetter}>
          <Menu
            className={s.menu}
            aria-label={label}
            selectionMode={selected !== undefined ? 'single' : 'none'}
            selectedKeys={selected ? [selected] : []}
            onAction={(key) => onPick(String(key))}
          >
            {title ? <MenuSection><Header className={s.section}>{title}</Header>{items}</MenuSection> : items}
          </Menu>
        </div>
      </Popover>
    </MenuTrigger>
  );
}
