import { type ReactNode, useId } from 'react';
import css from './choice.module.css';
import { classes } from './classes';

type Props<V extends string> = {
  label: string;
  value: V;
  options: readonly { value: V; label: ReactNode; hint?: string | undefined }[];
  onChange: (value: V) => void;
  /** `row`: one line of short words; `cards`: with room for a hint. */
  look?: 'row' | 'cards';
  hideLabel?: boolean;
};

/** One of a few, all of them seen. Radio buttons underneath: arrow keys work as everywhere. */
export function Choice<V extends string>({
  label,
  value,
  options,
  onChange,
  look = 'row',
  hideLabel = false,
}: Props<V>) {
  const name = useId();
  return (
    <fieldset className={css.choice}>
      <legend className={hideLabel ? 'visually-hidden' : css.label}>{label}</legend>
      <div className={css[look]}>
        {options.map((option) => (
          <label key={option.value} className={classes(css.option, option.value === value && css.chosen)}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className={css.text}>{option.label}</span>
            {option.hint !== undefined && <span className={css.hint}>{option.hint}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
