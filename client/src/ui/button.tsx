import type { ComponentProps } from 'react';
import css from './button.module.css';
import { classes } from './classes';
import { Icon, type IconName } from './icon';

type Props = ComponentProps<'button'> & {
  look?: 'primary' | 'plain' | 'quiet' | 'danger';
  size?: 'small' | 'medium' | 'large';
  icon?: IconName;
  /** At work: shown, announced, and not to be pressed again. */
  busy?: boolean;
};

export function Button({
  look = 'plain',
  size = 'medium',
  icon,
  busy = false,
  className,
  children,
  ...rest
}: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(css.button, css[look], css[size], !children && css.bare, className)}
      aria-busy={busy || undefined}
      disabled={rest.disabled === true || busy}
    >
      {icon && <Icon name={icon} size={size === 'small' ? 16 : 18} />}
      {children}
    </button>
  );
}
