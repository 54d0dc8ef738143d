import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTexts } from '../../i18n';
import { Page } from '../../ui/page';
import { Loading } from '../../ui/states';
import { Tabs } from '../../ui/tabs';
import { LabelTab } from './label/label-tab';
import { LabelledTab } from './labelled/labelled-tab';
import { ModelsTab } from './models/models-tab';
import css from './teaching-page.module.css';

const TABS = { label: LabelTab, labelled: LabelledTab, models: ModelsTab } as const;

const route = getRouteApi('/inside/teaching');

/** Where trainers teach the recogniser what it was unsure of. */
export function TeachingPage() {
  const { t } = useTexts();
  const navigate = useNavigate({ from: '/teaching' });
  const { tab = 'label' } = route.useSearch();
  const Content = TABS[tab];
  return (
    <Page title={t('teaching.title')}>
      <div className={css.tabs}>
        <Tabs
          label={t('teaching.tabs')}
          tabs={(['label', 'labelled', 'models'] as const).map((key) => ({
            key,
            title: t(`teaching.${key}`),
          }))}
          current={tab}
          onChange={(next) => void navigate({ search: { tab: next }, replace: true })}
        >
          <div className={css.content}>
            <Suspense fallback={<Loading />}>
              <Content />
            </Suspense>
          </div>
        </Tabs>
      </div>
    </Page>
  );
}
