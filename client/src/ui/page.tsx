import type { ReactNode } from 'react';
import { classes } from './classes';
import css from './page.module.css';
import { usePageTitle } from './use-page-title';

type Props = {
  title: string;
  intro?: string;
  narrow?: boolean;
  actions?: ReactNode;
  children: ReactNode;
};

/** A page that scrolls as a whole, with its heading. */
export function Page({ title, intro, narrow = false, actions, children }: Props) {
  usePageTitle(title);
  return (
    <div className={classes(css.page, narrow && css.narrow)}>
      <header className={css.header}>
        <div>
          <h1>{title}</h1>
          {intro !== undefined && <p>{intro}</p>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  );
}
