import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { loadTexts, type Part } from '../i18n';
import { deskQuery, libraryQuery, rehearsalsQuery } from '../net/rehearsals';
import { sessionQuery } from '../net/session';
import { Loading } from '../ui/states';
import { NotFound, PageFailure } from './fallbacks';
import { Shell } from './shell';

/** A page that comes when it is wanted, together with the texts that it shows. */
const page = <Module extends Record<Name, () => ReactNode>, Name extends string>(
  load: () => Promise<Module>,
  name: Name,
  ...texts: readonly Part[]
) => lazyRouteComponent(async () => (await Promise.all([load(), loadTexts(...texts)]))[0], name);

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet });

const entry = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({ to: z.string().optional() }),
  loader: ({ context }) => context.queryClient.ensureQueryData(sessionQuery),
  component: page(() => import('../features/account/entry-page'), 'EntryPage', 'account'),
});

/** Where invite links lead, whoever opens them. */
const join = createRoute({
  getParentRoute: () => root,
  path: '/join/$token',
  loader: async ({ context, params }) => {
    await context.queryClient.ensureQueryData(sessionQuery);
    const { invitationQuery } = await import('../net/groups');
    await context.queryClient.ensureQueryData(invitationQuery(params.token));
  },
  component: page(() => import('../features/account/join-page'), 'JoinPage', 'account'),
});

/** Everything behind the entry: nobody gets here without a user. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    const { user } = await context.queryClient.ensureQueryData(sessionQuery);
    if (!user) throw redirect({ to: '/sign-in', search: { to: location.href } });
    return { user };
  },
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/library' });
  },
});

const library = createRoute({
  getParentRoute: () => inside,
  path: '/library',
  validateSearch: z.object({
    q: z.string().optional(),
    stage: z.enum(['pre-sale', 'in-sale', 'after-sale']).optional().catch(undefined),
    level: z.enum(['novice', 'advanced']).optional().catch(undefined),
    persona: z.string().optional(),
    tag: z.string().optional(),
  }),
  loader: ({ context }) => context.queryClient.ensureQueryData(libraryQuery),
  component: page(() => import('../features/library/library-page'), 'LibraryPage', 'library'),
});

const rehearsals = createRoute({
  getParentRoute: () => inside,
  path: '/rehearsals',
  loader: ({ context }) => context.queryClient.ensureInfiniteQueryData(rehearsalsQuery),
  component: page(() => import('../features/rehearsals/rehearsals-page'), 'RehearsalsPage', 'library'),
});

const desk = createRoute({
  getParentRoute: () => inside,
  path: '/rehearsals/$id',
  loader: ({ context, params }) => context.queryClient.ensureQueryData(deskQuery(params.id)),
  component: page(() => import('../features/desk/desk-page'), 'DeskPage', 'desk', 'talk'),
});

const report = createRoute({
  getParentRoute: () => inside,
  path: '/rehearsals/$id/report',
  component: page(() => import('../features/report/report-page'), 'ReportPage', 'report', 'talk', 'desk'),
});

const replay = createRoute({
  getParentRoute: () => inside,
  path: '/rehearsals/$id/replay',
  /** `at`: the moment to open it at, ms since the start. */
  validateSearch: z.object({ at: z.coerce.number().nonnegative().optional().catch(undefined) }),
  component: page(
    () => import('../features/replay/replay-page'),
    'ReplayPage',
    'replay',
    'talk',
    'desk',
    'report',
  ),
});

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: page(() => import('../features/account/account-page'), 'AccountPage', 'account'),
});

const progress = createRoute({
  getParentRoute: () => inside,
  path: '/progress',
  loader: async ({ context }) => {
    const { progressQuery, journalQuery } = await import('../net/progress');
    await Promise.all([
      context.queryClient.ensureQueryData(progressQuery),
      context.queryClient.ensureQueryData(journalQuery),
    ]);
  },
  component: page(() => import('../features/progress/progress-page'), 'ProgressPage', 'progress', 'desk'),
});

const groups = createRoute({
  getParentRoute: () => inside,
  path: '/groups',
  loader: async ({ context }) => {
    const { groupsQuery } = await import('../net/groups');
    await context.queryClient.ensureQueryData(groupsQuery);
  },
  component: page(() => import('../features/groups/groups-page'), 'GroupsPage', 'account'),
});

const users = createRoute({
  getParentRoute: () => inside,
  path: '/users',
  component: page(() => import('../features/account/users-page'), 'UsersPage', 'account'),
});

const teaching = createRoute({
  getParentRoute: () => inside,
  path: '/teaching',
  validateSearch: z.object({ tab: z.enum(['label', 'labelled', 'models']).optional().catch(undefined) }),
  component: page(() => import('../features/teaching/teaching-page'), 'TeachingPage', 'teaching'),
});

const routeTree = root.addChildren([
  entry,
  join,
  inside.addChildren([
    home,
    library,
    rehearsals,
    desk,
    report,
    replay,
    progress,
    teaching,
    account,
    groups,
    users,
  ]),
]);

export const makeRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultPendingComponent: Loading,
    defaultErrorComponent: PageFailure,
    defaultNotFoundComponent: NotFound,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
