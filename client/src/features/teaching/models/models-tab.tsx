import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTexts } from '../../../i18n';
import { useFailureText } from '../../../net/failure';
import { teachingRest } from '../../../net/teaching';
import { Notice } from '../../../ui/notice';
import { rememberTraining, trainingQuery } from '../queries';
import { LastResult } from './last-result';
import css from './models-tab.module.css';
import { TrainingPanel } from './training-panel';
import { Versions } from './versions';

/** From labels to a model that is in use. */
export function ModelsTab() {
  const { t } = useTexts();
  const failureText = useFailureText();
  const queryClient = useQueryClient();
  const { data: training } = useSuspenseQuery(trainingQuery);
  const start = useMutation({
    mutationFn: teachingRest.train,
    onSuccess: (state) => rememberTraining(queryClient, state),
  });
  const choose = useMutation({
    mutationFn: teachingRest.chooseModel,
    onSuccess: (state) => rememberTraining(queryClient, state),
  });
  const error = start.error ?? choose.error;
  const trained = training.models.find(({ lesson }) => lesson !== null);
  return (
    <div className={css.tab}>
      {error && <Notice kind="bad">{failureText(error)}</Notice>}
      {choose.isSuccess && <Notice kind="good">{t('teaching.used')}</Notice>}
      <TrainingPanel training={training} busy={start.isPending} onStart={() => start.mutate()} />
      {trained?.lesson && (
        <LastResult
          model={trained}
          lesson={trained.lesson}
          busy={choose.isPending}
          onUse={() => choose.mutate(trained.hash)}
        />
      )}
      <Versions models={training.models} busy={choose.isPending} onUse={(hash) => choose.mutate(hash)} />
    </div>
  );
}
