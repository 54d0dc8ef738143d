import type { Desk } from '@kefu/shared/protocol/rest';
import type { ViewEntry } from '@kefu/shared/rehearsal/view';
import { shopTime } from '../ui/time';
import { ActionLine, CustomerBubble, EndLine, OwnBubble } from './bubbles';

/** Whether an entry has a line in the chat. Looking things up shows in the panel, and the mood in the header. */
export const isSeen = (entry: ViewEntry): boolean => {
  switch (entry.kind) {
    case 'message':
    case 'reply':
      return true;
    case 'action':
      return entry.outcome.status === 'refused' || !entry.action.do.startsWith('look-up');
    case 'mood':
    case 'hidden':
    case 'ended':
      return false;
  }
};

type Props = {
  entry: ViewEntry;
  desk: Desk;
  /** The first of a burst shows who writes and when. */
  first: boolean;
  wait: { ms: number; late: boolean } | undefined;
  /** The customer has read it; the desk does not learn that. */
  read?: boolean;
  /** The line in question, where there is one. */
  current?: boolean;
};

/** One line of the chat, as the agent sees it. */
export function Line({ entry, desk, first, wait, read = false, current = false }: Props) {
  const time = shopTime(desk.now, entry.at);
  switch (entry.kind) {
    case 'message':
      return (
        <CustomerBubble
          seq={entry.seq}
          current={current}
          name={desk.customer.name}
          persona={desk.rehearsal.persona}
          content={entry.content}
          time={time}
          first={first}
        />
      );
    case 'reply':
      return <OwnBubble entry={entry} time={time} wait={wait} read={read} current={current} />;
    case 'action':
      return <ActionLine entry={entry} time={time} current={current} />;
    case 'ended':
      return <EndLine entry={entry} time={time} current={current} />;
    case 'mood':
    case 'hidden':
      return null;
  }
}
