import type { Desk } from '@kefu/shared/protocol/rest';
import { useMemo } from 'react';
import { TypingSign } from '../../../transcript/bubbles';
import { Line } from '../../../transcript/line';
import { linesOf } from '../../../transcript/lines';
import { Talk } from '../../../transcript/talk';
import { timingOf } from '../../../transcript/timing-of';
import { waitsOf } from '../../../transcript/waiting';
import { usePreference } from '../live/desk-preferences';
import type { DeskState } from '../live/desk-state';
import type { DeskStore } from '../live/desk-store';
import { QueuedBubble } from './queued-bubble';

type Props = { desk: Desk; live: DeskState; store: DeskStore };

export function Transcript({ desk, live, store }: Props) {
  const { entries, outbox, typing } = live;
  const remarks = usePreference('remarks');
  const waits = useMemo(() => waitsOf(entries, timingOf(desk)), [entries, desk]);
  const lines = useMemo(() => linesOf(entries), [entries]);
  const replies = outbox.filter(({ content }) => content.kind === 'reply');
  return (
    <Talk desk={desk} count={entries.length + outbox.length + (typing ? 1 : 0)}>
      {lines.map(({ entry, first, read }) => (
        <Line
          key={entry.seq}
          entry={entry}
          desk={desk}
          first={first}
          wait={waits.get(entry.seq)}
          read={read}
          remarks={remarks}
        />
      ))}
      {replies.map((item) => (
        <QueuedBubble
          key={item.id}
          item={item}
          online={live.connection.state === 'online'}
          onRetry={() => store.retry(item.id)}
          onDiscard={() => store.discard(item.id)}
        />
      ))}
      {typing && <TypingSign persona={desk.rehearsal.persona} name={desk.customer.name} />}
    </Talk>
  );
}
