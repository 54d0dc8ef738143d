import type { ReactNode } from 'react';
import css from './section.module.css';

/** One part of the report. */
export function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className={css.section}>
      <header>
        <h2>{title}</h2>
        {hint !== undefined && <p>{hint}</p>}
      </header>
      {children}
    </section>
  );
}
