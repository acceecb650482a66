import type { ReactNode, Ref } from 'react';
import { Button as RacButton, type ButtonProps as RacProps } from 'react-aria-components';
import s from './controls.module.css';
import { cx } from './cx';
import { Kbd } from './Kbd';

export interface ButtonProps extends Omit<RacProps, 'children' | 'className' | 'isPending'> {
  /** The press is being answered: further ones are ignored, focus stays. */
  isPending?: boolean;
  children?: ReactNode;
  look?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'link';
  size?: 'normal' | 'strip' | 'form';
  /** Icon only: square, and needs an aria-label. */
  icon?: boolean;
  /** Shown inside the button as a key, and told to assistive technology. */
  keys?: string;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'secondary', size = 'normal', icon, keys, children, className, isPending, onPress, type, ...rest }: ButtonProps) {
  return (
    <RacButton
      {...rest}
      type={isPending ? 'button' : type}
      onPress={isPending ? undefined : onPress}
      className={cx(s.button, s[look], size !== 'normal' && s[size], icon && s.icon, className)}
      render={(props) => <button {...props} aria-keyshortcuts={keys ? ariaKeys(keys) : undefined} aria-busy={isPending || undefined} />}
    >
      {children}
      {keys && !icon ? <Kbd keys={keys} /> : null}
    </RacButton>
  );
}

function ariaKeys(keys: string): string {
  return keys.replace('Mod', 'Control').replace(/^([a-z])$/, (letter) => letter.toUpperCase());
}
