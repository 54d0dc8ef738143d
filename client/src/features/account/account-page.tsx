import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../../i18n';
import { useFailureText } from '../../net/failure';
import { changeUser, sessionQuery, sessionRest } from '../../net/session';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { chooseLanguage, chooseTheme, useTheme } from '../../ui/preferences';
import { Tag } from '../../ui/tag';
import css from './account-page.module.css';
import { OwnData } from './own-data';
import { OwnGroups } from './own-groups';
import { PasswordForm } from './password-form';

export function AccountPage() {
  const { t, language } = useTexts();
  const { chosen } = useTheme();
  const failureText = useFailureText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { user } = useSuspenseQuery(sessionQuery).data;
  const signOut = useMutation({
    mutationFn: (how: typeof sessionRest.signOut) => how(),
    onSuccess: (session) => {
      changeUser(queryClient, session);
      void navigate({ to: '/sign-in' });
    },
  });
  if (!user) return null;
  return (
    <Page title={t('account.title')} narrow>
      <section className={css.card}>
        <h2>{t('account.signedInAs')}</h2>
        <p className={css.who}>
          <strong>{user.name}</strong> <Tag kind="accent">{t(`role.${user.role}`)}</Tag>
        </p>
        {user.role === 'guest' && <p className={css.note}>{t('account.guestNote')}</p>}
        <div className={css.choices}>
          <Button busy={signOut.isPending} onClick={() => signOut.mutate(sessionRest.signOut)}>
            {t(user.role === 'guest' ? 'account.signIn' : 'account.signOut')}
          </Button>
          {user.role !== 'guest' && (
            <Button
              look="quiet"
              disabled={signOut.isPending}
              onClick={() => signOut.mutate(sessionRest.signOutEverywhere)}
            >
              {t('account.signOutEverywhere')}
            </Button>
          )}
        </div>
        {signOut.isError && <Notice kind="bad">{failureText(signOut.error)}</Notice>}
      </section>
      <section className={css.card}>
        <h2>{t('account.appearance')}</h2>
        <div className={css.choices}>
          <Choice
            label={t('settings.theme')}
            value={chosen}
            onChange={chooseTheme}
            options={[
              { value: 'system', label: t('settings.system') },
              { value: 'light', label: t('settings.light') },
              { value: 'dark', label: t('settings.dark') },
            ]}
          />
          <Choice
            label={t('settings.language')}
            value={language}
            onChange={(next) => void chooseLanguage(next)}
            options={[
              { value: 'zh', label: '简体中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
      </section>
      {user.role !== 'guest' && <OwnGroups />}
      {user.role !== 'guest' && (
        <section className={css.card}>
          <h2>{t('account.passwordTitle')}</h2>
          <PasswordForm name={user.name} />
        </section>
      )}
      <OwnData user={user} />
    </Page>
  );
}
