import type { Role } from '@kefu/shared/protocol/rest';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTexts } from '../i18n';
import { sessionQuery } from '../net/session';
import { Icon } from '../ui/icon';
import { QuickSettings } from '../ui/quick-settings';
import css from './shell.module.css';

const SEES_ALL: readonly Role[] = ['coach', 'trainer', 'admin'];
const TEACHES: readonly Role[] = ['trainer', 'admin'];

/** The frame of every page: where one can go, and the page itself. */
export function Shell() {
  const { t } = useTexts();
  const { user } = useSuspenseQuery(sessionQuery).data;
  const main = useRef<HTMLElement>(null);
  const router = useRouter();
  // Whoever reads with the keyboard goes on at the new page, unless it has taken the focus itself.
  useEffect(
    () =>
      router.subscribe('onRendered', () => {
        if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
      }),
    [router],
  );
  const role = user?.role ?? 'guest';
  const places = [
    { to: '/library', icon: 'library', label: t('nav.library') },
    {
      to: '/rehearsals',
      icon: 'list',
      label: t(SEES_ALL.includes(role) ? 'nav.allRehearsals' : 'nav.rehearsals'),
    },
    { to: '/progress', icon: 'chart', label: t('nav.progress') },
    ...(TEACHES.includes(role)
      ? ([{ to: '/teaching', icon: 'label', label: t('nav.teaching') }] as const)
      : []),
    ...(SEES_ALL.includes(role) ? ([{ to: '/groups', icon: 'group', label: t('nav.groups') }] as const) : []),
    ...(role === 'admin' ? ([{ to: '/users', icon: 'users', label: t('nav.users') }] as const) : []),
    { to: '/account', icon: 'person', label: t('nav.account') },
  ] as const;
  return (
    <div className={css.shell}>
      <a href="#main" className={css.skip}>
        {t('app.skip')}
      </a>
      <nav className={css.rail} aria-label={t('app.nav')}>
        <Link to="/library" className={css.brand} aria-label={t('app.name')}>
          <img src="/icon.svg" width="32" height="32" alt="" />
        </Link>
        {places.map(({ to, icon, label }) => (
          <Link key={to} to={to} className={css.place} activeProps={{ className: css.here ?? '' }}>
            <Icon name={icon} size={20} />
            <span>{label}</span>
          </Link>
        ))}
        <div className={css.settings}>
          <QuickSettings />
        </div>
      </nav>
      <main ref={main} id="main" className={css.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
