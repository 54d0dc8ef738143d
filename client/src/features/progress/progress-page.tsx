import { useSuspenseQueries } from '@tanstack/react-query';
import { useTexts } from '../../i18n';
import { journalQuery, progressQuery } from '../../net/progress';
import { LinkButton } from '../../ui/link-button';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { Course } from './course';
import { Dimensions } from './dimensions';
import { Journal } from './journal';
import css from './progress-page.module.css';
import { Weaknesses } from './weaknesses';

/** One's own way so far: scores over time, what is weak and what trains it, and the work log. */
export function ProgressPage() {
  const { t } = useTexts();
  const [{ data: progress }, { data: journal }] = useSuspenseQueries({
    queries: [progressQuery, journalQuery],
  });
  return (
    <Page title={t('progress.title')}>
      {progress.rehearsals.length === 0 ? (
        <Empty
          icon="chart"
          title={t('progress.none')}
          hint={t('progress.noneHint')}
          action={<LinkButton to="/library">{t('common.toLibrary')}</LinkButton>}
        />
      ) : (
        <div className={css.parts}>
          <Course progress={progress} />
          <Dimensions dimensions={progress.dimensions} />
          <Weaknesses weaknesses={progress.weaknesses} />
        </div>
      )}
      <Journal entries={journal.entries} />
    </Page>
  );
}
