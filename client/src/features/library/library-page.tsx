import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTexts } from '../../i18n';
import { libraryQuery } from '../../net/rehearsals';
import { Button } from '../../ui/button';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { ExerciseCard } from './exercise-card';
import { Filters } from './filters';
import css from './library-page.module.css';
import { matching } from './matching';
import { Problems } from './problems';
import { StartDialog } from './start-dialog';

const route = getRouteApi('/inside/library');

/** All cases one can practise. The filters stand in the address, so that a selection can be shared. */
export function LibraryPage() {
  const { t } = useTexts();
  const navigate = useNavigate({ from: '/library' });
  const search = route.useSearch();
  const { data: library } = useSuspenseQuery(libraryQuery);
  const [chosen, setChosen] = useState<{ script: string; persona: string } | null>(null);

  const found = useMemo(() => matching(library.exercises, search), [library, search]);
  const personas = library.personas.filter(({ id }) => search.persona === undefined || id === search.persona);
  const exercise = library.exercises.find(({ script }) => script === chosen?.script);
  return (
    <Page title={t('library.title')} intro={t('library.intro')}>
      <Problems problems={library.problems} />
      <Filters
        library={library}
        search={search}
        onChange={(change) =>
          void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false })
        }
      />
      <p className={css.count} role="status">
        {t('library.found', { count: found.length })}
      </p>
      {found.length > 0 ? (
        <ul className={css.grid}>
          {found.map((item) => (
            <ExerciseCard
              key={item.script}
              exercise={item}
              personas={personas}
              onStart={(persona) => setChosen({ script: item.script, persona })}
            />
          ))}
        </ul>
      ) : library.exercises.length === 0 ? (
        <Empty icon="library" title={t('library.empty')} hint={t('library.emptyHint')} />
      ) : (
        <Empty
          icon="search"
          title={t('library.none')}
          hint={t('library.noneHint')}
          action={<Button onClick={() => void navigate({ search: {} })}>{t('library.reset')}</Button>}
        />
      )}
      {chosen && exercise && (
        <StartDialog
          exercise={exercise}
          personas={library.personas}
          overlays={library.overlays}
          persona={chosen.persona}
          onClose={() => setChosen(null)}
        />
      )}
    </Page>
  );
}
