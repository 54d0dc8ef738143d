import css from './keycap.module.css';

/** A key to press, for the eye; `aria-keyshortcuts` tells it to others. */
export function Keycap({ children }: { children: string }) {
  return (
    <span className={css.keycap} aria-hidden="true">
      {children}
    </span>
  );
}
