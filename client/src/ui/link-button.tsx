import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import css from './button.module.css';
import { classes } from './classes';
import { Icon, type IconName } from './icon';

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & {
  ref?: Ref<HTMLAnchorElement>;
  look?: 'primary' | 'plain' | 'quiet';
  size?: 'small' | 'medium' | 'large';
  icon?: IconName;
};

/** Looks like a button, is a link: it opens in a new tab and has an address. */
export function AnchorButton({ look = 'plain', size = 'medium', icon, className, children, ...rest }: Props) {
  return (
    <a {...rest} className={classes(css.button, css[look], css[size], className)}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

/** The same for a page of this application. */
export const LinkButton = createLink(AnchorButton);
