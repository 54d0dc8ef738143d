import type { RehearsalSummary } from '@kefu/shared/protocol/rest';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../i18n';
import { useFailureText } from '../../net/failure';
import { grantRetake, rehearsalsQuery } from '../../net/rehearsals';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { Notice } from '../../ui/notice';

/** Lets a trainee take an exam again, after being asked once more. */
export function Retake({ rehearsal }: { rehearsal: RehearsalSummary }) {
  const { t, say } = useTexts();
  const failureText = useFailureText();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const grant = useMutation({
    mutationFn: () => grantRetake(rehearsal.id),
    onSuccess: async () => {
      await queryClient.invalidateQueries(rehearsalsQuery);
      setAsking(false);
    },
  });
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t('rehearsals.retake')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('rehearsals.retakeSure', { name: rehearsal.trainee.name, title: say(rehearsal.title) })}
          action={t('rehearsals.retake')}
          look="primary"
          busy={grant.isPending}
          onClose={() => setAsking(false)}
          onConfirm={() => grant.mutate()}
        >
          <p>{t('rehearsals.retakeHint')}</p>
          {grant.isError && <Notice kind="bad">{failureText(grant.error)}</Notice>}
        </ConfirmDialog>
      )}
    </>
  );
}
