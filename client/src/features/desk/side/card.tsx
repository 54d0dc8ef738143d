import type { ReactNode } from 'react';
import css from './card.module.css';

/** A block of facts in the panel. */
export function Card({
  title,
  extra,
  children,
}: {
  title?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={css.card}>
      {title !== undefined && (
        <header className={css.header}>
          <h3>{title}</h3>
          {extra}
        </header>
      )}
      {children}
    </section>
  );
}

/** Names and values in two columns; values that are missing are left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={css.facts}>
      {facts.map(([name, value]) =>
        value === undefined || value === '' ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
