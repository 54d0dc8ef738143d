import type { Library } from '@kefu/shared/protocol/rest';
import { useId } from 'react';
import { useTexts } from '../../i18n';
import { Choice } from '../../ui/choice';
import { Icon } from '../../ui/icon';
import css from './filters.module.css';
import { type Search, tagsOf } from './matching';

const STAGES = ['pre-sale', 'in-sale', 'after-sale'] as const;
const LEVELS = ['novice', 'advanced'] as const;

type Props = { library: Library; search: Search; onChange: (change: Search) => void };

export function Filters({ library, search, onChange }: Props) {
  const { t, say } = useTexts();
  const id = useId();
  return (
    <search className={css.filters}>
      <label className={css.search}>
        <Icon name="search" />
        <span className="visually-hidden">{t('library.search')}</span>
        <input
          type="search"
          value={search.q ?? ''}
          placeholder={t('library.search')}
          onChange={(event) => onChange({ q: event.target.value || undefined })}
        />
      </label>
      <Choice
        label={t('library.stage')}
        hideLabel
        value={search.stage ?? 'all'}
        onChange={(stage) => onChange({ stage: stage === 'all' ? undefined : stage })}
        options={[
          { value: 'all', label: t('library.all') },
          ...STAGES.map((value) => ({ value, label: t(`stage.${value}`) })),
        ]}
      />
      <Select
        id={`${id}-persona`}
        label={t('library.persona')}
        any={t('library.anyPersona')}
        value={search.persona}
        options={library.personas.map((persona) => ({ value: persona.id, label: say(persona.name) }))}
        onChange={(persona) => onChange({ persona })}
      />
      <Select
        id={`${id}-level`}
        label={t('library.level')}
        any={t('library.anyLevel')}
        value={search.level}
        options={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
        onChange={(level) => onChange({ level: LEVELS.find((value) => value === level) })}
      />
      <Select
        id={`${id}-tag`}
        label={t('library.tag')}
        any={t('library.anyTag')}
        value={search.tag}
        options={tagsOf(library.exercises).map((tag) => ({ value: tag, label: tag }))}
        onChange={(tag) => onChange({ tag })}
      />
    </search>
  );
}

type SelectProps = {
  id: string;
  label: string;
  any: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
};

function Select({ id, label, any, value, options, onChange }: SelectProps) {
  return (
    <>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <select
        id={id}
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
    </>
  );
}
