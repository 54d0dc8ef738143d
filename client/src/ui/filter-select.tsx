import css from './filter-select.module.css';

type Props = {
  label: string;
  /** What is shown while nothing is chosen. */
  any: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
};

/** A filter in a row of filters: its first choice is no filter at all. */
export function FilterSelect({ label, any, value, options, onChange }: Props) {
  return (
    <select
      aria-label={label}
      className={css.select}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{any}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
