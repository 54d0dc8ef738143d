import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTexts } from '../i18n';
import { LinkButton } from '../ui/link-button';
import { Empty, Failure } from '../ui/states';

/** A page whose data or code did not come. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const { t } = useTexts();
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Failure
      failure={error}
      onRetry={retry}
      action={<LinkButton to="/library">{t('common.toLibrary')}</LinkButton>}
    />
  );
}

export function NotFound() {
  const { t } = useTexts();
  return (
    <main>
      <Empty
        icon="search"
        title={t('common.notFound')}
        hint={t('common.notFoundHint')}
        action={<LinkButton to="/library">{t('common.toLibrary')}</LinkButton>}
      />
    </main>
  );
}
