import { Icon } from './icon';
import css from './search-field.module.css';

type Props = { label: string; value: string; onChange: (value: string) => void };

export function SearchField({ label, value, onChange }: Props) {
  return (
    <label className={css.search}>
      <Icon name="search" />
      <span className="visually-hidden">{label}</span>
      <input
        type="search"
        value={value}
        placeholder={label}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
