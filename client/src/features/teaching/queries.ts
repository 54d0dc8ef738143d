import type { Label, Training } from '@kefu/shared/protocol/teaching';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { teachingRest } from '../../net/teaching';

/** How often a training under way is looked at, ms. */
const LOOK_MS = 700;

export const doubtfulQuery = queryOptions({
  queryKey: ['teaching', 'doubtful'],
  queryFn: teachingRest.doubtful,
});

export const labelsQuery = queryOptions({
  queryKey: ['teaching', 'labels'],
  queryFn: teachingRest.labels,
  staleTime: 10_000,
});

export const trainingQuery = queryOptions({
  queryKey: ['teaching', 'training'],
  queryFn: teachingRest.training,
  refetchInterval: ({ state }) => (state.data?.work.is === 'running' ? LOOK_MS : false),
});

/** What is known of the labels here, without asking for all of them again. */
export function rememberLabel(queryClient: QueryClient, label: Label): void {
  queryClient.setQueryData(labelsQuery.queryKey, (before) =>
    before ? { labels: [label, ...before.labels.filter(({ id }) => id !== label.id)] } : before,
  );
  queryClient.setQueryData(doubtfulQuery.queryKey, (before) => {
    const replies = before?.replies.filter(({ id }) => id !== label.id) ?? [];
    return before && { replies, left: before.left - (before.replies.length - replies.length) };
  });
  labelsChanged(queryClient);
}

export function forgetLabel(queryClient: QueryClient, id: string): void {
  queryClient.setQueryData(labelsQuery.queryKey, (before) =>
    before ? { labels: before.labels.filter((label) => label.id !== id) } : before,
  );
  labelsChanged(queryClient);
}

export const rememberTraining = (queryClient: QueryClient, training: Training): void => {
  queryClient.setQueryData(trainingQuery.queryKey, training);
};

const labelsChanged = (queryClient: QueryClient): void =>
  void queryClient.invalidateQueries({ queryKey: trainingQuery.queryKey });
