import type { Act } from '@kefu/shared/understanding/acts';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { teachingRest } from '../../../net/teaching';
import { doubtfulQuery, forgetLabel, rememberLabel } from '../queries';
import { EMPTY_QUEUE, needsMore, putBack, refill, take } from './queue';

/** One after the other: what is undone must have been saved before. */
const IN_ORDER = { scope: { id: 'labels' } };

/** A trainer going through the doubtful replies. The next one is there at once; what fails comes back. */
export function useLabelling() {
  const queryClient = useQueryClient();
  const { data, refetch, isFetching } = useSuspenseQuery(doubtfulQuery);
  const [queue, setQueue] = useState(() => refill(EMPTY_QUEUE, data));
  const [failed, setFailed] = useState<{ text: string; error: Error } | null>(null);
  useEffect(() => setQueue((before) => refill(before, data)), [data]);
  const more = needsMore(queue);
  useEffect(() => {
    if (more && !isFetching) void refetch();
  }, [more, isFetching, refetch]);

  const saving = useMutation({
    ...IN_ORDER,
    mutationFn: teachingRest.label,
    onSuccess: (label) => rememberLabel(queryClient, label),
  });
  const removing = useMutation({
    ...IN_ORDER,
    mutationFn: teachingRest.removeLabel,
    onSuccess: ({ id }) => forgetLabel(queryClient, id),
  });

  useStayUntil(!saving.isPending && !removing.isPending);

  const [current] = queue.waiting;
  const last = queue.done.at(-1);
  return {
    current,
    left: queue.left,
    failed,
    undoable: last !== undefined,
    /** @param labels null to pass it over */
    save(labels: readonly Act[] | null): void {
      if (!current) return;
      const { id, text, context } = current;
      setFailed(null);
      setQueue(take);
      saving.mutate(
        { text, context, labels: labels && [...labels] },
        {
          onError: (error) => {
            setFailed({ text, error });
            setQueue((before) => putBack(before, id));
          },
        },
      );
    },
    undo(): void {
      if (!last) return;
      setQueue((before) => putBack(before, last.id));
      removing.mutate(last.id);
    },
  };
}

/** The next reply is shown before the last one is stored: whoever closes the page in that moment is asked. */
function useStayUntil(stored: boolean): void {
  useEffect(() => {
    if (stored) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [stored]);
}
