import type { ReactNode } from 'react';
import { classes } from './classes';
import css from './tag.module.css';

type Props = { kind?: 'plain' | 'accent' | 'good' | 'warn' | 'bad'; title?: string; children: ReactNode };

export function Tag({ kind = 'plain', title, children }: Props) {
  return (
    <span className={classes(css.tag, css[kind])} title={title}>
      {children}
    </span>
  );
}
