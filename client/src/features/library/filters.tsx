import type { Library } from '@kefu/shared/protocol/rest';
import { useTexts } from '../../i18n';
import { Choice } from '../../ui/choice';
import { FilterSelect } from '../../ui/filter-select';
import { SearchField } from '../../ui/search-field';
import css from './filters.module.css';
import { type Search, tagsOf } from './matching';

const STAGES = ['pre-sale', 'in-sale', 'after-sale'] as const;
const LEVELS = ['novice', 'advanced'] as const;

type Props = { library: Library; search: Search; onChange: (change: Search) => void };

export function Filters({ library, search, onChange }: Props) {
  const { t, say } = useTexts();
  return (
    <search className={css.filters}>
      <SearchField
        label={t('library.search')}
        value={search.q ?? ''}
        onChange={(q) => onChange({ q: q || undefined })}
      />
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
      <FilterSelect
        label={t('library.persona')}
        any={t('library.anyPersona')}
        value={search.persona}
        options={library.personas.map((persona) => ({ value: persona.id, label: say(persona.name) }))}
        onChange={(persona) => onChange({ persona })}
      />
      <FilterSelect
        label={t('library.level')}
        any={t('library.anyLevel')}
        value={search.level}
        options={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
        onChange={(level) => onChange({ level: LEVELS.find((value) => value === level) })}
      />
      <FilterSelect
        label={t('library.tag')}
        any={t('library.anyTag')}
        value={search.tag}
        options={tagsOf(library.exercises).map((tag) => ({ value: tag, label: tag }))}
        onChange={(tag) => onChange({ tag })}
      />
    </search>
  );
}
