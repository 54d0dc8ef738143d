import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon, type IconName } from './icon';
import css from './notice.module.css';

const ICONS = { bad: 'alert', warn: 'alert', good: 'check', info: 'flag' } as const satisfies Record<
  string,
  IconName
>;

type Props = { kind: keyof typeof ICONS; icon?: IconName; children: ReactNode; action?: ReactNode };

/** Something to know, in the flow of the page. Bad news is announced at once. */
export function Notice({ kind, icon, children, action }: Props) {
  return (
    <div className={classes(css.notice, css[kind])} role={kind === 'bad' ? 'alert' : 'status'}>
      <Icon name={icon ?? ICONS[kind]} />
      <div className={css.body}>{children}</div>
      {action}
    </div>
  );
}
