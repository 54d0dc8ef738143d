import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTexts } from '../../i18n';
import { useFailureText } from '../../net/failure';
import { groupRest, invitationQuery, ownGroupsQuery } from '../../net/groups';
import { changeUser, sessionQuery } from '../../net/session';
import { Button } from '../../ui/button';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { QuickSettings } from '../../ui/quick-settings';
import { usePageTitle } from '../../ui/use-page-title';
import { CredentialsForm } from './credentials-form';
import css from './join-page.module.css';

const route = getRouteApi('/join/$token');

/** Where an invite link leads: joining with the account that is signed in, or with a new one. */
export function JoinPage() {
  const { t } = useTexts();
  const failureText = useFailureText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { token } = route.useParams();
  const { user } = useSuspenseQuery(sessionQuery).data;
  const { group } = useSuspenseQuery(invitationQuery(token)).data;
  const join = useMutation({
    mutationFn: () => groupRest.join(token),
    onSuccess: (own) => {
      queryClient.setQueryData(ownGroupsQuery.queryKey, own);
      void navigate({ to: '/library' });
    },
  });
  const signUp = useMutation({
    mutationFn: (credentials: { name: string; password: string }) => groupRest.joinAnew(token, credentials),
    onSuccess: (session) => {
      changeUser(queryClient, session);
      void navigate({ to: '/library' });
    },
  });
  const failure = join.error ?? signUp.error;
  const title = t('join.title', { group });
  usePageTitle(title);
  return (
    <main className={css.page}>
      <section className={css.card}>
        <p className={css.brand}>
          <img src="/icon.svg" width="28" height="28" alt="" />
          {t('app.name')}
        </p>
        <h1>{title}</h1>
        {failure && <Notice kind="bad">{failureText(failure)}</Notice>}
        {user && user.role !== 'guest' ? (
          <>
            <p>{t('join.as', { name: user.name })}</p>
            <Button look="primary" size="large" busy={join.isPending} onClick={() => join.mutate()}>
              {t('join.do')}
            </Button>
          </>
        ) : (
          <>
            <p>{t('join.anew')}</p>
            <CredentialsForm
              fresh
              doText={t('join.create')}
              busy={signUp.isPending}
              onSubmit={(credentials) => signUp.mutate(credentials)}
            />
            <LinkButton to="/sign-in" search={{ to: `/join/${token}` }}>
              {t('join.haveAccount')}
            </LinkButton>
          </>
        )}
      </section>
      <QuickSettings />
    </main>
  );
}
