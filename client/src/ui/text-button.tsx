import type { ReactNode } from 'react';
import css from './text-button.module.css';

/** Words in the flow of a text that lead to their place on the same page. */
export function TextButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={css.button} onClick={onClick}>
      {children}
    </button>
  );
}
