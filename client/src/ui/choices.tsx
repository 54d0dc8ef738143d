import css from './choice.module.css';
import { classes } from './classes';

type Props<V extends string> = {
  label: string;
  values: readonly V[];
  options: readonly { value: V; label: string; hint?: string | undefined }[];
  onChange: (values: readonly V[]) => void;
  /** As many can be chosen; the others rest then. */
  atMost: number;
};

/** Any of a few, all of them seen. Checkboxes underneath; the hints of those that are chosen are shown below. */
export function Choices<V extends string>({ label, values, options, onChange, atMost }: Props<V>) {
  const hints = options.filter(({ value, hint }) => values.includes(value) && hint !== undefined);
  return (
    <fieldset className={css.choice}>
      <legend className={css.label}>{label}</legend>
      <div className={css.chips}>
        {options.map(({ value, label: text }) => {
          const chosen = values.includes(value);
          return (
            <label key={value} className={classes(css.option, chosen && css.chosen)}>
              <input
                type="checkbox"
                checked={chosen}
                disabled={!chosen && values.length >= atMost}
                onChange={() =>
                  onChange(chosen ? values.filter((other) => other !== value) : [...values, value])
                }
              />
              <span className={css.text}>{text}</span>
            </label>
          );
        })}
      </div>
      {hints.map(({ value, hint }) => (
        <p key={value} className={css.below}>
          {hint}
        </p>
      ))}
    </fieldset>
  );
}
