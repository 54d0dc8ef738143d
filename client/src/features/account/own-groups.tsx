import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTexts } from '../../i18n';
import { useFailureText } from '../../net/failure';
import { groupRest, ownGroupsQuery } from '../../net/groups';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import css from './account-page.module.css';

/** The groups that one belongs to; nothing for somebody who belongs to none. */
export function OwnGroups() {
  const { t } = useTexts();
  const failureText = useFailureText();
  const queryClient = useQueryClient();
  const { groups } = useSuspenseQuery(ownGroupsQuery).data;
  const leave = useMutation({
    mutationFn: groupRest.leaveGroup,
    onSuccess: (own) => queryClient.setQueryData(ownGroupsQuery.queryKey, own),
  });
  if (groups.length === 0) return null;
  return (
    <section className={css.card}>
      <h2>{t('account.groups')}</h2>
      {leave.isError && <Notice kind="bad">{failureText(leave.error)}</Notice>}
      <div className={css.choices}>
        {groups.map(({ id, name }) => (
          <span key={id} className={css.who}>
            {name}
            <Button
              size="small"
              look="quiet"
              icon="close"
              disabled={leave.isPending}
              aria-label={t('account.leave', { name })}
              onClick={() => leave.mutate(id)}
            />
          </span>
        ))}
      </div>
    </section>
  );
}
