import { useEffect } from 'react';
import { useTexts } from '../i18n';

/** Names the page in the browser's tab, where several desks may stand beside each other. */
export function usePageTitle(title: string): void {
  const { t } = useTexts();
  const full = `${title} · ${t('app.name')}`;
  useEffect(() => {
    document.title = full;
  }, [full]);
}
