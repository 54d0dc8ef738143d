import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, useRouter } from '@tanstack/react-router';
import { useTexts } from '../../i18n';
import { useFailureText } from '../../net/failure';
import { changeUser, sessionQuery, sessionRest } from '../../net/session';
import { Avatar } from '../../ui/avatar';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { QuickSettings } from '../../ui/quick-settings';
import { usePageTitle } from '../../ui/use-page-title';
import { CredentialsForm } from './credentials-form';
import css from './entry-page.module.css';
import { safeTarget } from './safe-target';

const route = getRouteApi('/sign-in');

/** The front door: the first administrator, signing in, or one click as a guest. */
export function EntryPage() {
  const { t } = useTexts();
  const failureText = useFailureText();
  const queryClient = useQueryClient();
  const router = useRouter();
  const target = safeTarget(route.useSearch().to);
  const { data: session } = useSuspenseQuery(sessionQuery);

  const enter = useMutation({
    mutationFn: (how: () => ReturnType<typeof sessionRest.session>) => how(),
    onSuccess: (next) => {
      changeUser(queryClient, next);
      router.history.push(target);
    },
    onError: () => queryClient.invalidateQueries(sessionQuery),
  });

  usePageTitle(t(session.needsSetup ? 'entry.setupTitle' : 'entry.signInTitle'));

  if (session.user && enter.isIdle) return <Navigate to={target} replace />;
  const { needsSetup, guestsAllowed } = session;
  return (
    <main className={css.page}>
      <section className={css.story}>
        <p className={css.brand}>
          <img src="/icon.svg" width="32" height="32" alt="" />
          {t('app.name')}
          <span>{t('app.line')}</span>
        </p>
        <h1>{t('entry.headline')}</h1>
        <p className={css.intro}>{t('entry.intro')}</p>
        <ul className={css.points}>
          {(['personas', 'clock', 'score'] as const).map((point) => (
            <li key={point}>{t(`entry.points.${point}`)}</li>
          ))}
        </ul>
        <div className={css.faces}>
          {['emotional', 'rational', 'doubtful'].map((persona) => (
            <Avatar key={persona} persona={persona} size={48} />
          ))}
        </div>
      </section>
      <section className={css.door}>
        <div className={css.card}>
          <h2>{t(needsSetup ? 'entry.setupTitle' : 'entry.signInTitle')}</h2>
          {needsSetup && <p className={css.setup}>{t('entry.setupIntro')}</p>}
          {enter.isError && <Notice kind="bad">{failureText(enter.error)}</Notice>}
          <CredentialsForm
            fresh={needsSetup}
            busy={enter.isPending}
            onSubmit={(credentials) =>
              enter.mutate(() =>
                needsSetup ? sessionRest.setup(credentials) : sessionRest.signIn(credentials),
              )
            }
          />
          {guestsAllowed && (
            <>
              <p className={css.or}>{t('entry.or')}</p>
              <Button size="large" disabled={enter.isPending} onClick={() => enter.mutate(sessionRest.guest)}>
                {t('entry.guestDo')}
              </Button>
              <p className={css.guest}>{t('entry.guestHint')}</p>
            </>
          )}
        </div>
        <div className={css.settings}>
          <QuickSettings />
        </div>
      </section>
    </main>
  );
}
