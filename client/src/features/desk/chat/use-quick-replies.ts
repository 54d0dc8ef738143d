import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { aidRest, phrasesQuery } from '../../../net/aids';
import { type QuickReply, quickRepliesFor } from './quick-replies';
import { type Command, commandAt } from './slots';

/** What is offered at the cursor: the command there, what fits it, and which of that is chosen. */
type Offer = { command: Command; found: readonly QuickReply[]; chosen: number };

/**
 * Follows the cursor for a command.
 * @returns the offer, or null while there is no command or the list was dismissed
 */
export function useQuickReplies(text: string, cursor: number) {
  const { data } = useQuery(phrasesQuery);
  const queryClient = useQueryClient();
  const [choice, setChoice] = useState(0);
  // Dismissed is the command that begins there; another one opens the list again.
  const [dismissed, setDismissed] = useState<number | null>(null);
  const command = commandAt(text, cursor);
  const search = command === null || command.start === dismissed ? null : command.search;
  const found = useMemo(
    () => (search === null ? [] : quickRepliesFor(search, data?.phrases ?? [])),
    [search, data],
  );
  const offer: Offer | null =
    command === null || search === null
      ? null
      : { command, found, chosen: Math.min(choice, found.length - 1) };
  return {
    offer,
    move: (by: 1 | -1) => offer && setChoice((offer.chosen + by + found.length) % found.length),
    restart: () => setChoice(0),
    dismiss: () => setDismissed(command?.start ?? null),
    /** Lets commands be seen again that were dismissed before. */
    recall: () => setDismissed(null),
    /** Counts the use of a phrase of one's own; that it may fail is no reason to stop writing. */
    used: ({ from, id }: QuickReply) => {
      if (from !== 'own') return;
      const fresh = () => queryClient.invalidateQueries(phrasesQuery);
      aidRest.countPhrase(id).then(fresh, () => {});
    },
  };
}
