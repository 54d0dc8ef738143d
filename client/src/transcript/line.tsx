import type { Desk } from '@kefu/shared/protocol/rest';
import type { ViewEntry } from '@kefu/shared/rehearsal/view';
import { memo } from 'react';
import { shopTime } from '../ui/time';
import { ActionLine, CustomerBubble, EndLine, HintLine, OwnBubble } from './bubbles';

const NO_REMARKS = [] as const;

type Props = {
  entry: ViewEntry;
  desk: Desk;
  /** The first of a burst shows who writes and when. */
  first: boolean;
  wait: { ms: number; late: boolean } | undefined;
  /** The customer has read it. */
  read?: boolean;
  /** Remarks on replies are shown. */
  remarks?: boolean;
  /** The line in question, where there is one. */
  current?: boolean;
};

/** One line of the chat, as the agent sees it. Drawn anew only when it changes itself, however long the talk is. */
export const Line = memo(
  function Line({ entry, desk, first, wait, read = false, remarks = true, current = false }: Props) {
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
        return (
          <OwnBubble
            entry={entry}
            time={time}
            wait={wait}
            read={read}
            remarks={(remarks && entry.remarks) || NO_REMARKS}
            current={current}
          />
        );
      case 'action':
        return entry.outcome.status === 'done' && entry.outcome.hint ? (
          <HintLine seq={entry.seq} current={current} hint={entry.outcome.hint} />
        ) : (
          <ActionLine entry={entry} time={time} current={current} />
        );
      case 'ended':
        return <EndLine entry={entry} time={time} current={current} />;
      case 'mood':
      case 'hidden':
        return null;
    }
  },
  // The waits are counted anew with every entry and come as new objects.
  ({ wait, ...before }, { wait: nextWait, ...after }) =>
    wait?.ms === nextWait?.ms &&
    wait?.late === nextWait?.late &&
    before.entry === after.entry &&
    before.desk === after.desk &&
    before.first === after.first &&
    before.read === after.read &&
    before.remarks === after.remarks &&
    before.current === after.current,
);
