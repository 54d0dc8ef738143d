import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import {
  deskQuery,
  groupsQuery,
  invitationQuery,
  journalQuery,
  libraryQuery,
  progressQuery,
  rehearsalsQuery,
  sessionQuery,
} from '../net/queries';
import { Loading } from '../ui/states';
import { NotFound, PageFailure } from './fallbacks';
import { Shell } from './shell';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet });

const entry = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({ to: z.string().optional() }),
  loader: ({ context }) => context.queryClient.ensureQueryData(sessionQuery),
  component: lazyRouteComponent(() => import('../features/account/entry-page'), 'EntryPage'),
});

/** Where invite links lead, whoever opens them. */
const join = createRoute({
  getParentRoute: () => root,
  path: '/join/$token',
  loader: async ({ context, params }) => {
    await context.queryClient.ensureQueryData(sessionQuery);
    await context.queryClient.ensureQueryData(invitationQuery(params.token));
  },
  component: lazyRouteComponent(() => import('../features/account/join-page'), 'JoinPage'),
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
  component: lazyRouteComponent(() => import('../features/library/library-page'), 'LibraryPage'),
});

const rehearsals = createRoute({
  getParentRoute: () => inside,
  path: '/rehearsals',
  loader: ({ context }) => context.queryClient.ensureQueryData(rehearsalsQuery),
  component: lazyRouteComponent(() => import('../features/rehearsals/rehearsals-page'), 'RehearsalsPage'),
});

const desk = createRoute({
  getParentRoute: () => inside,
  path: '/rehearsals/$id',
  loader: ({ context, params }) => context.queryClient.ensureQueryData(deskQuery(params.id)),
  component: lazyRouteComponent(() => import('../features/desk/desk-page'), 'DeskPage'),
});

const report = createRoute({
  getParentRoute: () => inside,
  path: '/rehearsals/$id/report',
  component: lazyRouteComponent(() => import('../features/report/report-page'), 'ReportPage'),
});

const replay = createRoute({
  getParentRoute: () => inside,
  path: '/rehearsals/$id/replay',
  /** `at`: the moment to open it at, ms since the start. */
  validateSearch: z.object({ at: z.coerce.number().nonnegative().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/replay/replay-page'), 'ReplayPage'),
});

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/account/account-page'), 'AccountPage'),
});

const progress = createRoute({
  getParentRoute: () => inside,
  path: '/progress',
  loader: ({ context }) =>
    Promise.all([
      context.queryClient.ensureQueryData(progressQuery),
      context.queryClient.ensureQueryData(journalQuery),
    ]),
  component: lazyRouteComponent(() => import('../features/progress/progress-page'), 'ProgressPage'),
});

const groups = createRoute({
  getParentRoute: () => inside,
  path: '/groups',
  loader: ({ context }) => context.queryClient.ensureQueryData(groupsQuery),
  component: lazyRouteComponent(() => import('../features/groups/groups-page'), 'GroupsPage'),
});

const users = createRoute({
  getParentRoute: () => inside,
  path: '/users',
  component: lazyRouteComponent(() => import('../features/account/users-page'), 'UsersPage'),
});

const teaching = createRoute({
  getParentRoute: () => inside,
  path: '/teaching',
  validateSearch: z.object({ tab: z.enum(['label', 'labelled', 'models']).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/teaching/teaching-page'), 'TeachingPage'),
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
