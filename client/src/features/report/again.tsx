import type { Report } from '@kefu/shared/protocol/report';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../../i18n';
import { useFailureText } from '../../net/failure';
import { deskQuery, rehearsalsQuery, startRehearsal } from '../../net/rehearsals';
import { sessionQuery } from '../../net/session';
import { Button } from '../../ui/button';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import css from './summary.module.css';

/** The next try: the very same customer, word for word, or what teaches the most now. Only for the trainee whose report it is. */
export function Again({ report }: { report: Report }) {
  const { t, say } = useTexts();
  const failureText = useFailureText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { user } = useSuspenseQuery(sessionQuery).data;
  const { script, persona, mode, pace, trainee } = report.rehearsal;
  const overlays = report.rehearsal.overlays.map(({ id }) => id);
  const { exercise, next } = report;
  const start = useMutation({
    mutationFn: startRehearsal,
    onSuccess: (desk) => {
      queryClient.setQueryData(deskQuery(desk.rehearsal.id).queryKey, desk);
      void queryClient.invalidateQueries(rehearsalsQuery);
      void navigate({ to: '/rehearsals/$id', params: { id: desk.rehearsal.id } });
    },
  });
  if (user?.id !== trainee.id) return null;
  return (
    <div className={css.again}>
      {next && (
        <div className={css.next}>
          <p>
            {t('report.next')} · <strong>{say(next.title)}</strong>
            <span>
              {t(`report.nextWhy.${next.why.kind}`, {
                title: next.why.kind === 'indicator' ? say(next.why.title) : '',
              })}
            </span>
          </p>
          <Button
            look="primary"
            icon="forward"
            busy={start.isPending}
            onClick={() => start.mutate({ script: next.script, persona: next.persona, mode, pace })}
          >
            {t('report.goNext')}
          </Button>
        </div>
      )}
      <Button
        icon="retry"
        busy={start.isPending}
        onClick={() => start.mutate({ script, persona, overlays, mode, pace, seed: exercise.seed })}
      >
        {t('report.again')}
      </Button>
      <LinkButton to="/library" look="quiet">
        {t('report.another')}
      </LinkButton>
      {start.isError && <Notice kind="bad">{failureText(start.error)}</Notice>}
    </div>
  );
}
