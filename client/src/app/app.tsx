import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { RestError } from '../net/call';
import { sessionQuery } from '../net/session';
import { makeRouter } from './router';

/** Whoever learns that nobody is signed in any more tells the whole application. */
const onError = (error: unknown): void => {
  if (error instanceof RestError && error.code === 'not-signed-in') {
    void queryClient.invalidateQueries(sessionQuery).then(() => router.invalidate());
  }
};

const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      // A refusal stays a refusal; only a server that could not be reached is asked again.
      retry: (count, error) => count < 2 && error instanceof RestError && error.code === 'unreachable',
    },
  },
});

const router = makeRouter(queryClient);

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
