import type { Report } from '@kefu/shared/protocol/rest';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../../i18n';
import { useFailureText } from '../../net/failure';
import { deskQuery, rehearsalsQuery, sessionQuery } from '../../net/queries';
import { rest } from '../../net/rest';
import { Button } from '../../ui/button';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import css from './summary.module.css';

/** The next try: the very same customer, word for word, or another one. Only for the trainee whose report it is. */
export function Again({ report }: { report: Report }) {
  const { t } = useTexts();
  const failureText = useFailureText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { user } = useSuspenseQuery(sessionQuery).data;
  const { script, persona, mode, pace, trainee } = report.rehearsal;
  const overlays = report.rehearsal.overlays.map(({ id }) => id);
  const { seed } = report.exercise;
  const again = useMutation({
    mutationFn: () => rest.startRehearsal({ script, persona, overlays, mode, pace, seed }),
    onSuccess: (desk) => {
      queryClient.setQueryData(deskQuery(desk.rehearsal.id).queryKey, desk);
      void queryClient.invalidateQueries(rehearsalsQuery);
      void navigate({ to: '/rehearsals/$id', params: { id: desk.rehearsal.id } });
    },
  });
  if (user?.id !== trainee.id) return null;
  return (
    <div className={css.again}>
      <Button look="primary" icon="retry" busy={again.isPending} onClick={() => again.mutate()}>
        {t('report.again')}
      </Button>
      <LinkButton to="/library" look="quiet">
        {t('report.another')}
      </LinkButton>
      {again.isError && <Notice kind="bad">{failureText(again.error)}</Notice>}
    </div>
  );
}
