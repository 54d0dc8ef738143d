import type { ReactNode } from 'react';
import { Avatar } from '../ui/avatar';
import { Button } from '../ui/button';
import css from './talk-header.module.css';

type Props = {
  /** The way out; it is given the class of its place. */
  back: (className: string | undefined) => ReactNode;
  persona: string;
  title: string;
  tags: ReactNode;
  /** What opens the panel beside the talk where both do not fit. */
  aside: { label: string; onOpen: () => void };
  /** How the customer feels, how long they wait, and what else the page offers. */
  children: ReactNode;
};

/** The head of a talk: who writes, and what is known of them at this moment. */
export function TalkHeader({ back, persona, title, tags, aside, children }: Props) {
  return (
    <header className={css.header}>
      {back(css.back)}
      <span className={css.face}>
        <Avatar persona={persona} size={40} />
      </span>
      <div className={css.who}>
        <h1>{title}</h1>
        <p>{tags}</p>
      </div>
      {children}
      <Button
        look="quiet"
        size="small"
        icon="panel"
        className={css.aside}
        aria-label={aside.label}
        onClick={aside.onOpen}
      />
    </header>
  );
}
