import type { User } from '@kefu/shared/protocol/rest';
import { ROUTES } from '@kefu/shared/protocol/routes';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../../i18n';
import { changeUser, sessionRest } from '../../net/session';
import { Button } from '../../ui/button';
import { AnchorButton } from '../../ui/link-button';
import css from './account-page.module.css';
import { ErasureDialog } from './erasure-dialog';

/** What is stored about oneself: to take along, or to have deleted. */
export function OwnData({ user }: { user: User }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [erasing, setErasing] = useState(false);
  return (
    <section className={css.card}>
      <h2>{t('account.data')}</h2>
      <p className={css.note}>{t('account.dataHint')}</p>
      <div className={css.choices}>
        <AnchorButton href={ROUTES.ownData} download icon="download">
          {t('account.download')}
        </AnchorButton>
        <Button look="danger" icon="bin" onClick={() => setErasing(true)}>
          {t('account.erase')}
        </Button>
      </div>
      {erasing && (
        <ErasureDialog
          title={t('account.eraseSure')}
          asksPassword={user.role !== 'guest'}
          download={
            <AnchorButton href={ROUTES.ownData} download size="small">
              {t('erasure.downloadFirst')}
            </AnchorButton>
          }
          erase={sessionRest.erase}
          onClose={() => setErasing(false)}
          onDone={(session) => {
            changeUser(queryClient, session);
            void navigate({ to: '/sign-in' });
          }}
        />
      )}
    </section>
  );
}
