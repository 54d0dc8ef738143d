import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { classes } from './classes';
import css from './tabs.module.css';

type Props<K extends string> = {
  label: string;
  tabs: readonly { key: K; title: ReactNode; hint?: string }[];
  current: K;
  onChange: (key: K) => void;
  children: ReactNode;
};

/** Tabs in the manner of the ARIA guide: one stop for Tab, arrow keys between them. */
export function Tabs<K extends string>({ label, tabs, current, onChange, children }: Props<K>) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: tabs.length - 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = tabs[(tabs.findIndex(({ key }) => key === current) + step) % tabs.length];
    if (!next) return;
    onChange(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  };
  return (
    <>
      <div className={css.tabs} role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map(({ key, title, hint }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            title={hint}
            aria-selected={key === current}
            aria-controls={`${id}-panel`}
            tabIndex={key === current ? 0 : -1}
            className={classes(css.tab, key === current && css.current)}
            onClick={() => onChange(key)}
          >
            {title}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${current}`} className={css.panel}>
        {children}
      </div>
    </>
  );
}
